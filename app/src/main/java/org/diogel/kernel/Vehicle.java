package org.diogel.kernel;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A vehicle's registration as somebody wrote it, and as it can be compared with others. On British
/// plates O and 0, and I and 1, are the same glyph, and eyes take others for each other in the dark:
/// a plate of the current form is repaired by position, and every plate has a skeleton in which
/// look-alikes are equal. Nothing is refused: a plate that fits no form may be foreign or partial. A
/// part is kept as it was written and compared with nothing: it would fit many.
///
/// @param raw as it was written
/// @param plate capitals and digits, repaired where the form is sure; null when it is not a whole one
/// @param skeleton look-alikes made equal: a *possible* match only; null where `plate` is
public record Vehicle(
        String raw, @Nullable String plate, @Nullable String skeleton, Form form, boolean repaired) {

    /// The form of plate it fits; OTHER is foreign or mistaken, PARTIAL a part of one.
    public enum Form {
        CURRENT,
        PREFIX,
        SUFFIX,
        Q_PLATE,
        NORTHERN_IRELAND,
        DATELESS,
        DIPLOMATIC,
        OTHER,
        PARTIAL,
        UNREADABLE
    }

    private static final int LONGEST = 40;
    private static final int FEWEST = 2;

    /// No British plate has more; a foreign one may have two more.
    private static final int BRITISH = 7;

    private static final int FOREIGN = 9;

    /// How somebody writes what she did not see.
    private static final Pattern LEFT_OPEN = Pattern.compile("[?*_#…]|\\.\\.");

    private static final Pattern CURRENT =
            Pattern.compile("[A-HJ-PR-Y]{2}[0-9]{2}[A-HJ-PR-Z]{3}");
    private static final List<Map.Entry<Form, Pattern>> FORMS =
            List.of(
                    Map.entry(Form.CURRENT, CURRENT),
                    Map.entry(
                            Form.PREFIX, Pattern.compile("[A-HJ-NPR-TV-Y][0-9]{1,3}[A-HJ-PR-Y]{3}")),
                    Map.entry(
                            Form.SUFFIX, Pattern.compile("[A-HJ-PR-Y]{3}[0-9]{1,3}[A-HJ-NPR-TV-Y]")),
                    Map.entry(Form.Q_PLATE, Pattern.compile("Q[0-9]{1,3}[A-HJ-PR-Y]{3}")),
                    Map.entry(
                            Form.NORTHERN_IRELAND,
                            Pattern.compile("(?=[A-Z]{0,2}[IZ])[A-Z]{1,3}[0-9]{1,4}")),
                    Map.entry(
                            Form.DATELESS,
                            Pattern.compile("[A-Z]{1,3}[0-9]{1,4}|[0-9]{1,4}[A-Z]{1,3}")),
                    Map.entry(Form.DIPLOMATIC, Pattern.compile("[0-9]{3}[DX][0-9]{3}")));

    /// Never throws, whatever the text.
    public static Vehicle of(String raw) {
        if (raw.length() > LONGEST) {
            return new Vehicle(raw, null, null, Form.UNREADABLE, false);
        }
        String plate =
                Normalizer.normalize(raw, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]", "");
        if (plate.length() < FEWEST) {
            return new Vehicle(raw, null, null, Form.UNREADABLE, false);
        }
        if (LEFT_OPEN.matcher(raw).find()) {
            return new Vehicle(raw, null, null, Form.PARTIAL, false);
        }
        Form form = formOf(plate);
        if (form == Form.OTHER) {
            String mended = mend(plate);
            if (CURRENT.matcher(mended).matches()) {
                return new Vehicle(raw, mended, skeletonOf(mended), Form.CURRENT, true);
            }
        }
        if (!isWhole(form, plate)) {
            Form part = plate.length() < BRITISH && hasDigits(plate, 1) ? Form.PARTIAL : form;
            return new Vehicle(raw, null, null, part, false);
        }
        return new Vehicle(raw, plate, skeletonOf(plate), form, false);
    }

    public Optional<String> comparable() {
        return Optional.ofNullable(plate);
    }

    /// The older forms without a year are also how a part of a newer plate looks, the shorter the
    /// likelier. What fits no form is taken for foreign when it is long enough for that.
    private static boolean isWhole(Form form, String plate) {
        return switch (form) {
            case CURRENT, PREFIX, SUFFIX, Q_PLATE, DIPLOMATIC -> true;
            case NORTHERN_IRELAND, DATELESS -> plate.length() >= BRITISH - 1;
            default ->
                    plate.length() >= BRITISH
                            && plate.length() <= FOREIGN
                            && hasDigits(plate, 2)
                            && !hasDigits(plate, plate.length());
        };
    }

    private static boolean hasDigits(String plate, int atLeast) {
        return plate.chars().filter(Character::isDigit).count() >= atLeast;
    }

    private static Form formOf(String plate) {
        return FORMS.stream()
                .filter(entry -> entry.getValue().matcher(plate).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Form.OTHER);
    }

    /// To two letters, two digits, three letters; a text of another length stays.
    private static String mend(String plate) {
        if (plate.length() != 7) {
            return plate;
        }
        StringBuilder out = new StringBuilder(7);
        for (int i = 0; i < 7; i++) {
            char c = plate.charAt(i);
            out.append(i == 2 || i == 3 ? toDigit(c) : toLetter(c));
        }
        return out.toString();
    }

    /// Capitals and digits with look-alikes made equal; every other character stays. For parts of
    /// plates, which have no skeleton of their own.
    public static String alike(String capitals) {
        return skeletonOf(capitals);
    }

    private static String skeletonOf(String plate) {
        StringBuilder out = new StringBuilder(plate.length());
        plate.chars().forEach(c -> out.append(toDigit((char) c)));
        return out.toString();
    }

    private static char toDigit(char c) {
        return switch (c) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'G' -> '6';
            case 'B' -> '8';
            default -> c;
        };
    }

    private static char toLetter(char c) {
        return switch (c) {
            case '0' -> 'O';
            case '1' -> 'I';
            case '2' -> 'Z';
            case '5' -> 'S';
            case '6' -> 'G';
            case '8' -> 'B';
            default -> c;
        };
    }

    /// Says nothing of the plate: it must never reach a log.
    @Override
    public String toString() {
        return "Vehicle[" + form + "]";
    }
}
