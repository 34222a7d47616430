package org.diogel.disclosure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.diogel.disclosure.LinearModel.Row;

/// Inequalities that any pattern satisfies in which nothing is hidden in vain: a count hidden alone
/// in a sum can be subtracted.
final class Lines {

    private final List<Row> always;
    private final List<Row> others;

    Lines(Problem problem) {
        Set<Row> always = new LinkedHashSet<>();
        Set<Row> others = new LinkedHashSet<>();
        for (Equation equation : problem.equations()) {
            int[] open =
                    IntStream.concat(
                                    IntStream.of(equation.whole()), Arrays.stream(equation.parts()))
                            .filter(i -> problem.standing()[i] == Standing.OPEN)
                            .toArray();
            int[] hidden =
                    IntStream.concat(
                                    IntStream.of(equation.whole()), Arrays.stream(equation.parts()))
                            .filter(i -> problem.standing()[i] == Standing.HIDDEN)
                            .toArray();
            if (hidden.length == 1 && problem.needed()[hidden[0]] > 0) {
                long[] ones = new long[open.length];
                Arrays.fill(ones, 1);
                always.add(Row.atLeast(open, ones, 1));
            } else if (hidden.length == 0) {
                for (int alone = 0; alone < open.length; alone++) {
                    long[] signs = new long[open.length];
                    Arrays.fill(signs, 1);
                    signs[alone] = -1;
                    others.add(Row.atLeast(open, signs, 0));
                }
            }
        }
        this.always = List.copyOf(always);
        this.others = List.copyOf(others);
    }

    List<Row> always() {
        return always;
    }

    List<Row> all() {
        return others;
    }

    List<Row> violated(double[] shares) {
        return others.stream()
                .filter(row -> {
                    double sum = 0;
                    for (int t = 0; t < row.columns().length; t++) {
                        sum += row.coefficients()[t] * shares[row.columns()[t]];
                    }
                    return sum < -1e-3;
                })
                .toList();
    }
}
