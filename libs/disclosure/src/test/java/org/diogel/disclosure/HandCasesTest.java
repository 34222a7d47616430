package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.diogel.disclosure.IndependentAttacker.Interval;
import org.junit.jupiter.api.Test;

/// Tables that look safe to the eye and are not. Each is first given away by the pattern a careful
/// person would draw, then protected by the library; the independent attacker judges both.
class HandCasesTest {

    /// Every row and every column has two blanks, and still the 3 follows: take the first two
    /// columns from the first two rows, and no other blank is left.
    @Test
    void twoBlanksInEveryLineAndOneStillRecoverable() throws NoPatternException {
        Table table =
                square(
                        new long[][] {
                            {7, 9, 3, 14, 22},
                            {2, 6, 18, 25, 11},
                            {31, 12, 8, 6, 17},
                            {15, 21, 10, 5, 4},
                            {13, 16, 9, 20, 7}
                        });
        boolean[] byHand = blanks(table, "xxx..", "xx...", "..xx.", "...xx", "..x.x");
        Shape shape = table.shape();
        IndependentAttacker attacker = attacker(table, byHand, 0);
        assertThat(blanksPerLine(table, byHand)).allMatch(n -> n >= 2);
        assertThat(attacker.interval(shape, shape.cell(1, 3))).isEqualTo(new Interval(3, 3));
        assertThat(attacker.interval(shape, shape.cell(2, 1)).width()).isPositive();
        assertSafe(table, Rules.standard());
    }

    /// Exactly two blanks in every line, no line tells by itself, and zeros leave no room at all.
    @Test
    void twoBlanksInEveryLineAndZerosPinThem() throws NoPatternException {
        Table table =
                square(
                        new long[][] {
                            {7, 9, 12, 14, 22},
                            {2, 6, 18, 25, 11},
                            {31, 12, 3, 5, 17},
                            {15, 21, 10, 0, 9},
                            {13, 16, 0, 20, 6}
                        });
        boolean[] byHand = blanks(table, "xx...", "xx...", "..xx.", "...xx", "..x.x");
        Shape shape = table.shape();
        assertThat(blanksPerLine(table, byHand)).allMatch(n -> n == 2);
        assertThat(attacker(table, byHand, 0).interval(shape, shape.cell(3, 3)))
                .isEqualTo(new Interval(3, 3));
        assertSafe(table, Rules.standard());
    }

    /// Three blanks that make 3, where zeros are always shown: each is 1.
    @Test
    void threeSingletons() throws NoPatternException {
        Table table =
                table(
                        new long[][] {
                            {1, 1, 1, 0},
                            {6, 8, 7, 5},
                            {9, 5, 11, 14},
                            {12, 10, 6, 8}
                        });
        boolean[] byHand = blanks(table, "xxx.", "xxx.", "....", "....");
        Shape shape = table.shape();
        for (int column = 1; column <= 3; column++) {
            int cell = shape.cell(1, column);
            assertThat(attacker(table, byHand, 1).interval(shape, cell))
                    .isEqualTo(new Interval(1, 1));
            assertThat(attacker(table, byHand, 0).interval(shape, cell))
                    .as("a blank may be zero")
                    .isEqualTo(new Interval(0, 3));
        }
        assertSafe(table, Rules.standard().withThreshold(3).withZeros(Zeros.SHOWN));
        assertSafe(table, Rules.standard().withThreshold(3));
        assertSafe(table, Rules.standard().withZeros(Zeros.SHOWN));
        assertSafe(table, Rules.standard());
    }

    /// 15 = 10 + 3 + x + x: the two blanks make 2, and neither is zero.
    @Test
    void fifteenIsTenAndThreeAndTwoBlanks() throws NoPatternException {
        Table table =
                table(
                        new long[][] {
                            {10, 3, 1, 1},
                            {8, 11, 6, 9},
                            {7, 13, 12, 10}
                        });
        boolean[] byHand = blanks(table, "..xx", "..xx", "....");
        Shape shape = table.shape();
        for (int column = 3; column <= 4; column++) {
            assertThat(attacker(table, byHand, 1).interval(shape, shape.cell(1, column)))
                    .isEqualTo(new Interval(1, 1));
        }
        assertThat(attacker(table, byHand, 0).narrower(count(table, shape.cell(1, 3)), 3))
                .as("even if a blank may be zero, it is at most 2")
                .isTrue();
        assertSafe(table, Rules.standard().withThreshold(3).withZeros(Zeros.SHOWN));
        assertSafe(table, Rules.standard().withZeros(Zeros.SHOWN));
        assertSafe(table, Rules.standard().withWidth(4));
        assertSafe(table, Rules.standard());
    }

    /// Twelve were shown last time and thirteen now: the one who came late stands by herself.
    @Test
    void aReleaseDifference() throws NoPatternException {
        Table before =
                table(
                        new long[][] {
                            {12, 9, 14},
                            {8, 20, 11},
                            {16, 7, 10}
                        });
        Table after =
                table(
                        new long[][] {
                            {13, 9, 14},
                            {8, 20, 18},
                            {16, 7, 10}
                        });
        Sample sample =
                new Sample(0, Sample.Kind.GROWN, List.of(before), List.of(after), 1, false, false);
        Release earlier = Tables.published(before, new boolean[before.values().length]);
        Release shown = Tables.published(after, new boolean[after.values().length]);
        assertThat(Verdict.on(sample, List.of(earlier), List.of(shown)).recovered())
                .as("the new one, in her cell and in the margins")
                .hasSize(3);
        Protection protection =
                Protector.protect(List.of(after), List.of(earlier), Rules.standard());
        Release now = Tables.published(after, protection.hidden().getFirst());
        assertThat(Verdict.on(sample, List.of(earlier), List.of(now)).recovered()).isEmpty();
    }

    private static void assertSafe(Table table, Rules rules) throws NoPatternException {
        Protection protection = Protector.protect(List.of(table), List.of(), rules);
        boolean[] hidden = protection.hidden().getFirst();
        long from = rules.zeros() == Zeros.SHOWN ? 1 : 0;
        IndependentAttacker attacker = attacker(table, hidden, from);
        for (int c = 1; c < hidden.length; c++) {
            if (table.value(c) > 0 && table.value(c) < rules.threshold()) {
                assertThat(attacker.narrower(count(table, c), rules.width()))
                        .as(table.shape().codes(c) + " " + attacker.interval(table.shape(), c))
                        .isFalse();
            }
            assertThat(hidden[c] && table.value(c) < from).as("a zero shown").isFalse();
        }
        assertThat(hidden[0]).as("the grand total").isFalse();
    }

    private static IndependentAttacker attacker(Table table, boolean[] hidden, long from) {
        return new IndependentAttacker(
                Knowledge.of(List.of(Tables.published(table, hidden)), from));
    }

    /// Counts of a single table are numbered as its cells are.
    private static int count(Table table, int cell) {
        return Knowledge.of(List.of(new Release(table.shape(), table.values())), 0)
                .at(Knowledge.NOW, table.shape(), cell);
    }

    private static Table square(long[][] inner) {
        assertThat(inner).hasDimensions(5, 5);
        return table(inner);
    }

    private static Table table(long[][] inner) {
        Shape shape =
                new Shape(
                        "by hand",
                        List.of(flat("row", inner.length), flat("column", inner[0].length)));
        long[] values = new long[shape.cells()];
        for (int r = 0; r < inner.length; r++) {
            for (int c = 0; c < inner[r].length; c++) {
                values[shape.cell(r + 1, c + 1)] = inner[r][c];
            }
        }
        return Table.ofInner(shape, values);
    }

    private static Dimension flat(String name, int leaves) {
        List<String> codes = new ArrayList<>();
        for (int i = 1; i <= leaves; i++) {
            codes.add(name + " " + i);
        }
        return Dimension.flat(name, "all " + name + "s", codes);
    }

    /// A picture of a pattern, one string a row; margins are shown.
    private static boolean[] blanks(Table table, String... rows) {
        boolean[] hidden = new boolean[table.values().length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length(); c++) {
                hidden[table.shape().cell(r + 1, c + 1)] = rows[r].charAt(c) == 'x';
            }
        }
        return hidden;
    }

    private static List<Integer> blanksPerLine(Table table, boolean[] hidden) {
        int rows = table.shape().dimensions().get(0).size();
        int columns = table.shape().dimensions().get(1).size();
        List<Integer> blanks = new ArrayList<>();
        for (int r = 1; r < rows; r++) {
            int row = 0;
            for (int c = 1; c < columns; c++) {
                row += hidden[table.shape().cell(r, c)] ? 1 : 0;
            }
            blanks.add(row);
        }
        for (int c = 1; c < columns; c++) {
            int column = 0;
            for (int r = 1; r < rows; r++) {
                column += hidden[table.shape().cell(r, c)] ? 1 : 0;
            }
            blanks.add(column);
        }
        return blanks;
    }
}
