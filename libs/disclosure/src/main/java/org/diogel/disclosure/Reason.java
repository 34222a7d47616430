package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sums taken together and against each other so that one count is left, and what that says of it:
/// the dual of a linear program, made whole and checked in whole numbers.
///
/// @param bound the least or the greatest that the count can be
/// @param sum the arithmetic, `(17 + 9) − (12 + 11) = 3`
/// @param lines what each number in it is
record Reason(long bound, String sum, List<String> lines) {

    /// Multipliers are fractions of small numbers in everything that tables are made of.
    private static final int LARGEST_DENOMINATOR = 12;

    private static final int MOST_LINES = 8;

    /// Reads a reason out of a solved program.
    ///
    /// @param column the count, as the tangle numbers it
    /// @param most whether its greatest value was sought, rather than its least
    /// @param multipliers one for each sum: by how much the bound grows with what the sum makes
    /// @return null when they are no such fractions
    static @Nullable Reason of(
            Tangle tangle,
            Facts facts,
            int column,
            boolean most,
            double[] multipliers,
            IntFunction<String> names) {
        for (int q = 1; q <= LARGEST_DENOMINATOR; q++) {
            long[] whole = new long[multipliers.length];
            boolean fits = true;
            for (int s = 0; s < whole.length && fits; s++) {
                whole[s] = Math.round(multipliers[s] * q);
                fits = Math.abs(multipliers[s] * q - whole[s]) < 1e-6;
            }
            if (fits) {
                return of(tangle, facts, column, most, whole, q, names);
            }
        }
        return null;
    }

    private static @Nullable Reason of(
            Tangle tangle,
            Facts facts,
            int column,
            boolean most,
            long[] multipliers,
            int q,
            IntFunction<String> names) {
        long[] left = new long[tangle.cells().length];
        left[column] = q;
        List<Long> added = new ArrayList<>();
        List<Long> taken = new ArrayList<>();
        Set<String> lines = new LinkedHashSet<>();
        for (int s = 0; s < multipliers.length; s++) {
            if (multipliers[s] == 0) {
                continue;
            }
            Tangle.Sum sum = tangle.sums().get(s);
            for (int i = 0; i < sum.columns().length; i++) {
                left[sum.columns()[i]] -= multipliers[s] * sum.signs()[i];
            }
            put(added, taken, multipliers[s], sum.makes());
            lines.add(line(sum, facts, names));
        }
        for (int i = 0; i < left.length; i++) {
            if (left[i] == 0) {
                continue;
            }
            boolean high = most == left[i] > 0;
            long bound = high ? facts.high[tangle.cells()[i]] : facts.low[tangle.cells()[i]];
            if (bound >= Facts.UNLIMITED) {
                return null;
            }
            put(added, taken, left[i], bound);
            if (bound != 0) {
                lines.add(
                        bound
                                + " the "
                                + (high ? "most" : "least")
                                + " that "
                                + names.apply(tangle.cells()[i])
                                + " can be");
            }
        }
        long total =
                added.stream().mapToLong(Long::longValue).sum()
                        - taken.stream().mapToLong(Long::longValue).sum();
        long bound = most ? Math.floorDiv(total, q) : -Math.floorDiv(-total, q);
        return new Reason(bound, written(added, taken, q, total, bound), List.copyOf(lines));
    }

    /// Both ends of what a count can be, in one line.
    static String both(Reason least, Reason most) {
        String sums =
                least.sum.equals(most.sum)
                        ? most.sum
                        : "at most " + most.sum + "; at least " + least.sum;
        Set<String> lines = new LinkedHashSet<>(most.lines);
        lines.addAll(least.lines);
        lines.removeIf(String::isEmpty);
        if (lines.isEmpty()) {
            return sums;
        }
        String said = lines.stream().limit(MOST_LINES).collect(Collectors.joining("; "));
        int more = lines.size() - MOST_LINES;
        return sums + ", with " + said + (more > 0 ? "; and " + more + " more" : "");
    }

    private static void put(List<Long> added, List<Long> taken, long times, long number) {
        long value = Math.multiplyExact(times, number);
        for (long i = 0; i < Math.min(Math.abs(times), 3) && Math.abs(times) <= 3; i++) {
            (value > 0 ? added : taken).add(Math.abs(number));
        }
        if (Math.abs(times) > 3) {
            (value > 0 ? added : taken).add(Math.abs(value));
        }
    }

    private static String written(
            List<Long> added, List<Long> taken, int q, long total, long bound) {
        added.removeIf(n -> n == 0);
        taken.removeIf(n -> n == 0);
        String sum = Sums.against(added, taken);
        if (q == 1) {
            return sum + " = " + total;
        }
        String half = "(" + sum + ") ÷ " + q;
        return total % q == 0 ? half + " = " + bound : half + ", in whole numbers " + bound;
    }

    /// `17 = 40 − 20 − 3 at Women, Total`: what a sum makes of what is shown.
    private static String line(Tangle.Sum sum, Facts facts, IntFunction<String> names) {
        Equation equation = sum.equation();
        List<Long> known = new ArrayList<>();
        for (int part : equation.parts()) {
            if (facts.known(part)) {
                known.add(facts.low[part]);
            }
        }
        if (sum.makes() == 0 && known.stream().allMatch(k -> k == 0)) {
            return "";
        }
        boolean whole = facts.known(equation.whole());
        String made = whole ? Sums.minus(facts.low[equation.whole()], known) : Sums.plus(known);
        return Math.abs(sum.makes())
                + (made.equals(Long.toString(Math.abs(sum.makes()))) ? "" : " = " + made)
                + " at "
                + names.apply(equation.whole());
    }
}
