package org.diogel.checker;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.Vehicle;
import org.diogel.report.Answers;

/// A part of a telephone number or of a number plate, with a question mark for each character that
/// nobody saw. It fits wherever it stands within the whole.
///
/// @param text digits, or capitals and digits with look-alikes made equal, and question marks
record Mask(Kind kind, String text) {

    private static final int LONGEST = 20;
    private static final int FEWEST_DIGITS = 4;
    private static final int FEWEST_OF_PLATE = 3;
    private static final char UNSEEN = '?';

    /// Empty when so little of it is known that it would fit many: four digits of a number, three
    /// characters of a plate.
    static Optional<Mask> read(Kind kind, String typed) {
        String bare = kind == Kind.PHONE ? digits(typed) : plate(typed);
        String text = bare.replaceAll("^[?]+|[?]+$", "");
        long known = text.chars().filter(c -> c != UNSEEN).count();
        int fewest = kind == Kind.PHONE ? FEWEST_DIGITS : FEWEST_OF_PLATE;
        return known < fewest || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Mask(kind, text));
    }

    boolean fits(Answers answers) {
        return switch (kind) {
            case PHONE -> answers.phones().stream().flatMap(Mask::written).anyMatch(this::isIn);
            case VEHICLE ->
                    answers.vehicles().stream()
                            .map(v -> v.comparable().orElse(v.raw()))
                            .map(Mask::plate)
                            .anyMatch(this::isIn);
            default -> false;
        };
    }

    /// As it is dialled in Britain and from elsewhere, or as it was written.
    private static Stream<String> written(PhoneNumber phone) {
        return phone.comparable()
                .map(n -> List.of(n.substring(1), n.replaceFirst("^\\+44", "0")))
                .orElse(List.of(digits(phone.raw())))
                .stream();
    }

    private boolean isIn(String whole) {
        for (int from = 0; from + text.length() <= whole.length(); from++) {
            if (isAt(whole, from)) {
                return true;
            }
        }
        return false;
    }

    /// What somebody did not see in a report may be anything too.
    private boolean isAt(String whole, int from) {
        int same = 0;
        for (int i = 0; i < text.length(); i++) {
            char mine = text.charAt(i);
            char theirs = whole.charAt(from + i);
            if (mine == theirs && mine != UNSEEN) {
                same++;
            } else if (mine != UNSEEN && theirs != UNSEEN) {
                return false;
            }
        }
        return same >= FEWEST_OF_PLATE;
    }

    private static String digits(String typed) {
        return fold(typed).replaceFirst("^\\+", "").replaceAll("[^0-9?]", "");
    }

    private static String plate(String typed) {
        return Vehicle.alike(fold(typed).replaceAll("[^A-Z0-9?]", ""));
    }

    private static String fold(String typed) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[*_#]", "?")
                .codePoints()
                .forEach(
                        c -> {
                            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
                            out.append(
                                    digit < 0
                                            ? Character.toString(c)
                                            : Integer.toString(digit));
                        });
        return out.toString();
    }

    /// Says nothing of it: it must never reach a log.
    @Override
    public String toString() {
        return "Mask[" + kind + "]";
    }
}
