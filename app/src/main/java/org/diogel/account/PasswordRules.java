package org.diogel.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which passwords may be chosen: twelve to 128 characters, any characters, none from the list of
/// often used and leaked ones, and not her own name or address. No rules about kinds of characters
/// and no expiry, since both make passwords worse (ASVS 6.2.5, 6.2.10, 6.2.11, 6.2.12).
@Component
class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /// Why a password cannot be used.
    enum Problem {
        SHORT,
        LONG,
        COMMON,
        PERSONAL
    }

    /// A hundred million guesses: more than the budgets of signing in ever allow.
    private static final double FEWEST_DIGITS = 8;

    /// Estimating takes longer the longer the text; so much of it says enough.
    private static final int MEASURED = 48;

    private final Set<String> common;
    private final Zxcvbn estimate = new Zxcvbn();

    PasswordRules() {
        try {
            common =
                    new HashSet<>(
                            StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// @param personal her name, her address: whatever a stranger would try first
    Optional<Problem> check(String password, List<String> personal) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Problem.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Problem.LONG);
        }
        String plain = plain(password);
        if (isPersonal(plain, personal)) {
            return Optional.of(Problem.PERSONAL);
        }
        return isCommon(plain) ? Optional.of(Problem.COMMON) : Optional.empty();
    }

    /// On the list itself, or so like what is on it (words with digits behind them, rows of keys, one
    /// piece repeated) that a program needs few guesses.
    private boolean isCommon(String plain) {
        return common.contains(plain)
                || estimate.measure(plain.substring(0, Math.min(plain.length(), MEASURED)))
                                .getGuessesLog10()
                        < FEWEST_DIGITS;
    }

    /// Little is left once what everybody knows about her is taken out.
    private static boolean isPersonal(String plain, List<String> personal) {
        String rest = plain.replace("diogel", "");
        for (String known : personal) {
            for (String word : plain(known).split("[^\\p{L}\\p{N}]+")) {
                if (word.length() >= 3) {
                    rest = rest.replace(word, "");
                }
            }
        }
        return rest.length() < plain.length() && rest.length() < 6;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
