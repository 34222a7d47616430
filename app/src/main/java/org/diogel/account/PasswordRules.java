package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Which passwords may be chosen: twelve to 128 characters, any characters, none from the list of
/// those found in breaches or easily made from one of them, and not her own name, address or agency.
/// No rules about kinds of characters and no expiry, since both make passwords worse (ASVS 6.2.4,
/// 6.2.5, 6.2.10, 6.2.11, 6.2.12).
///
/// The list holds whole passwords of twelve characters and more, in small letters, most used first;
/// `src/main/node/passwords.mjs` makes it. Together with the estimator's own 30,000 shorter ones it is
/// also what the estimator looks for inside a password: with capitals, with digits for letters,
/// backwards, with something behind.
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

    private final Set<String> breached;
    private final Zxcvbn estimate;

    PasswordRules() {
        List<String> list = read();
        breached = Set.copyOf(list);
        try {
            estimate =
                    new ZxcvbnBuilder()
                            .keyboards(StandardKeyboards.loadAllKeyboards())
                            .dictionaries(StandardDictionaries.loadAllDictionaries())
                            .dictionary(new Dictionary("breached", list))
                            .build();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> read() {
        try (var in = new ClassPathResource("account/breached-passwords.txt").getInputStream();
                var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// @param personal her name, address and agency: whatever a stranger would try first
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
        return breached.contains(plain)
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
