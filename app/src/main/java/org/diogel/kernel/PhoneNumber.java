package org.diogel.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A telephone number as somebody wrote it, and as it can be compared with others. A number without
/// a country is read as British. What can be a number is taken, even one that was never given out:
/// numbers kept for stories and tests are such; it is only doubted.
///
/// @param raw as it was written
/// @param e164 `+447700900123`, or null when it could not be read as a number
/// @param doubt what a person should look at again
public record PhoneNumber(String raw, @Nullable String e164, Doubt doubt) {

    /// NONE: a number in use. NOT_IN_USE: possible, but no such range is given out. SHORT: possible
    /// only as a local number, probably with a digit missing. UNREADABLE: not a number.
    public enum Doubt {
        NONE,
        NOT_IN_USE,
        SHORT,
        UNREADABLE
    }

    private static final int LONGEST = 100;
    private static final int FEWEST_DIGITS = 7;
    private static final int BRITISH_DIGITS = 10;

    /// Never throws, whatever the text.
    public static PhoneNumber of(String raw) {
        String text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFKC);
        if (text.length() > LONGEST || digits(text) < FEWEST_DIGITS) {
            return unreadable(raw);
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = util.parse(text, "GB");
            number.clearExtension();
            ValidationResult possible = util.isPossibleNumberWithReason(number);
            if (possible != ValidationResult.IS_POSSIBLE
                    && possible != ValidationResult.IS_POSSIBLE_LOCAL_ONLY) {
                return unreadable(raw);
            }
            return new PhoneNumber(
                    raw, util.format(number, PhoneNumberFormat.E164), doubt(util, number, possible));
        } catch (NumberParseException notANumber) {
            return unreadable(raw);
        }
    }

    public Optional<String> comparable() {
        return Optional.ofNullable(e164);
    }

    private static Doubt doubt(
            PhoneNumberUtil util, Phonenumber.PhoneNumber number, ValidationResult possible) {
        if (util.isValidNumber(number)) {
            return Doubt.NONE;
        }
        boolean british = number.getCountryCode() == 44;
        boolean missing = Long.toString(number.getNationalNumber()).length() < BRITISH_DIGITS;
        return possible == ValidationResult.IS_POSSIBLE_LOCAL_ONLY || (british && missing)
                ? Doubt.SHORT
                : Doubt.NOT_IN_USE;
    }

    private static long digits(String text) {
        return text.codePoints().filter(Character::isDigit).count();
    }

    private static PhoneNumber unreadable(String raw) {
        return new PhoneNumber(raw, null, Doubt.UNREADABLE);
    }

    /// Says nothing of the number: it must never reach a log.
    @Override
    public String toString() {
        return "PhoneNumber[" + doubt + "]";
    }
}
