package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Arithmetic as it is written for a person to check: `15 − 10 − 3 = 2`.
final class Sums {

    /// More numbers than this are added up beforehand.
    private static final int MOST_TERMS = 12;

    private Sums() {}

    /// Zeros are left out, but for one that stands beside a single number: `6 + 0`.
    static String plus(List<Long> parts) {
        String sum = terms(parts, " + ");
        boolean single = parts.stream().filter(p -> p != 0).count() == 1;
        return single && parts.size() > 1 ? sum + " + 0" : sum;
    }

    /// Zeros are left out; they change nothing.
    static String minus(long whole, List<Long> parts) {
        List<Long> taken = parts.stream().filter(p -> p != 0).toList();
        return taken.isEmpty() ? number(whole) : number(whole) + " − " + terms(taken, " − ");
    }

    /// Sums of lines taken together and against each other: `(17 + 9) − (12 + 11)`.
    static String against(List<Long> added, List<Long> taken) {
        if (taken.isEmpty()) {
            return plus(added);
        }
        return bracket(added) + " − " + bracket(taken);
    }

    static String number(long number) {
        return number < 0 ? "−" + -number : Long.toString(number);
    }

    private static String bracket(List<Long> terms) {
        return terms.size() == 1 ? number(terms.getFirst()) : "(" + plus(terms) + ")";
    }

    private static String terms(List<Long> numbers, String sign) {
        List<Long> counted = new ArrayList<>(numbers);
        counted.removeIf(n -> n == 0);
        if (counted.isEmpty()) {
            return "0";
        }
        if (counted.size() > MOST_TERMS) {
            long sum = counted.stream().mapToLong(Long::longValue).sum();
            return number(sum) + " (" + counted.size() + " counts together)";
        }
        return counted.stream().map(Sums::number).collect(Collectors.joining(sign));
    }
}
