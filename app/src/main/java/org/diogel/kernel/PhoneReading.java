package org.diogel.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.diogel.kernel.PhoneNumber.Doubt;

/// How a [PhoneNumber] is read, with Google's table of the world's numbers.
final class PhoneReading {

    private static final int LONGEST = 100;
    private static final int FEWEST_DIGITS = 7;
    private static final int BRITAIN = 44;
    private static final int BRITISH_DIGITS = 10;

    /// At the end of a line; it is no part of the number.
    private static final Pattern EXTENSION =
            Pattern.compile(
                    "(?i)[\\s,;.(]*(?:extension|extn|ext|x|#)[.:=\\s]*\\p{Nd}{1,7}[\\s.)]*$");

    /// Marks of direction and characters without width, which come along when a number is copied.
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /// The letter O in the place of a zero: beside a digit, and in no word.
    private static final Pattern O_FOR_ZERO =
            Pattern.compile("(?<=\\p{Nd})[Oo]+(?!\\p{L})|(?<!\\p{L})[Oo]+(?=\\p{Nd})");

    private PhoneReading() {}

    static PhoneNumber read(String raw) {
        String text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFKC);
        if (text.length() > LONGEST) {
            return unreadable(raw);
        }
        String written = bare(UNSEEN.matcher(text).replaceAll(""));
        if (written.codePoints().anyMatch(Character::isLetter)
                || digits(written) < FEWEST_DIGITS) {
            return unreadable(raw);
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = settled(util, util.parse(written, "GB"));
            if (!isWhole(util, number)) {
                return unreadable(raw);
            }
            return new PhoneNumber(
                    raw, util.format(number, PhoneNumberFormat.E164), doubt(util, number));
        } catch (NumberParseException notANumber) {
            return unreadable(raw);
        }
    }

    /// One nought too many is taken off each time a number is read: until it reads as it is written.
    private static Phonenumber.PhoneNumber settled(
            PhoneNumberUtil util, Phonenumber.PhoneNumber number) throws NumberParseException {
        Phonenumber.PhoneNumber once = number;
        Phonenumber.PhoneNumber again = util.parse(util.format(once, PhoneNumberFormat.E164), "GB");
        while (!again.exactlySameAs(once)) {
            String written = util.format(again, PhoneNumberFormat.E164);
            if (written.equals(util.format(once, PhoneNumberFormat.E164))) {
                return once;
            }
            once = again;
            again = util.parse(written, "GB");
        }
        return once;
    }

    /// From the first digit or plus to the last digit: words around a number are not of it. Letters
    /// in between stay, so that they are seen; the table of numbers would take them for the keys of
    /// a telephone.
    private static String bare(String text) {
        String number =
                O_FOR_ZERO
                        .matcher(EXTENSION.matcher(text).replaceFirst(""))
                        .replaceAll(found -> "0".repeat(found.group().length()));
        int from = 0;
        while (from < number.length() && !begins(number.charAt(from))) {
            from++;
        }
        int to = number.length();
        while (to > from && !Character.isDigit(number.charAt(to - 1))) {
            to--;
        }
        return number.substring(from, to);
    }

    private static boolean begins(char c) {
        return c == '+' || Character.isDigit(c);
    }

    /// A number of one town without the town's, or with several digits missing, is any of many.
    private static boolean isWhole(PhoneNumberUtil util, Phonenumber.PhoneNumber number) {
        return util.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                && (util.isValidNumber(number) || missing(util, number) <= 1);
    }

    private static Doubt doubt(PhoneNumberUtil util, Phonenumber.PhoneNumber number) {
        if (util.isValidNumber(number)) {
            return Doubt.NONE;
        }
        return missing(util, number) > 0 ? Doubt.SHORT : Doubt.NOT_IN_USE;
    }

    /// How many digits a British number has too few; other countries' have many lengths.
    private static int missing(PhoneNumberUtil util, Phonenumber.PhoneNumber number) {
        return number.getCountryCode() == BRITAIN
                ? BRITISH_DIGITS - util.getNationalSignificantNumber(number).length()
                : 0;
    }

    private static long digits(String text) {
        return text.codePoints().filter(Character::isDigit).count();
    }

    private static PhoneNumber unreadable(String raw) {
        return new PhoneNumber(raw, null, Doubt.UNREADABLE);
    }
}
