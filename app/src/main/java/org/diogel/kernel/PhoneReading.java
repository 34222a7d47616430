package org.diogel.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import org.diogel.kernel.PhoneNumber.Doubt;

/// How a [PhoneNumber] is read, with Google's table of the world's numbers.
final class PhoneReading {

    private PhoneReading() {}

    private static final int LONGEST = 100;
    private static final int FEWEST_DIGITS = 7;
    private static final int BRITISH_DIGITS = 10;

    static PhoneNumber read(String raw) {
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
}
