package org.diogel.disclosure;

import java.util.Arrays;
import java.util.List;

/// Controlled rounding: every count goes down or up to the next multiple of a base, such that
/// everything still adds up, as near to the truth as can be. Going up is a choice of 0 or 1 for
/// each count; a multiple of the base stays.
final class Controlled {

    /// How much may be done, in the solver's units.
    private static final double WORK = 60;

    private Controlled() {}

    /// What was found.
    ///
    /// @param published a multiple of the base for every count
    /// @param bound all distances added up are no less in any other way
    record Answer(long[] published, long bound) {}

    static Answer round(List<Equation> equations, long[] value, int base, Solver solver)
            throws NoPatternException {
        LinearModel model = new LinearModel(value.length);
        long down = 0;
        for (int i = 0; i < value.length; i++) {
            long rest = value[i] % base;
            down += rest;
            model.high[i] = rest == 0 ? 0 : 1;
            model.cost[i] = base - 2 * rest;
        }
        for (Equation equation : equations) {
            model.rows.add(row(equation, value, base));
        }
        Solver.Answer answer = solver.whole(model, null, WORK);
        long[] ups = answer.values();
        if (ups == null) {
            throw new NoPatternException(
                    (answer.proven()
                                    ? "The table cannot be rounded to multiples of " + base
                                    : "No way was found to round the table to multiples of " + base)
                            + " so that everything adds up. Join small categories, or use round-"
                            + base
                            + ".");
        }
        long[] published = new long[value.length];
        Arrays.setAll(published, i -> (value[i] / base + ups[i]) * base);
        return new Answer(published, Math.addExact(down, answer.bound()));
    }

    /// The parts' steps up are the whole's and what the rests of the parts make.
    private static LinearModel.Row row(Equation equation, long[] value, int base) {
        int parts = equation.parts().length;
        int[] columns = Arrays.copyOf(equation.parts(), parts + 1);
        columns[parts] = equation.whole();
        long[] coefficients = new long[parts + 1];
        Arrays.fill(coefficients, 1);
        coefficients[parts] = -1;
        long steps = value[equation.whole()] / base;
        for (int part : equation.parts()) {
            steps -= value[part] / base;
        }
        return new LinearModel.Row(columns, coefficients, steps, steps);
    }
}
