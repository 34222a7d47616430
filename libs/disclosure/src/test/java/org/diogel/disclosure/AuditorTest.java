package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The audit against every table that could stand behind what is shown, counted out one by one.
class AuditorTest {

    private static final AuditRules RULES = new AuditRules(2, 1, 0);

    @Test
    void itFindsExactlyWhatCountingOutFinds() throws Contradiction {
        int recoverable = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Shape shape =
                    new Shape(
                            "table " + seed,
                            List.of(
                                    flat("row", 2 + random.nextInt(2)),
                                    flat("column", 2 + random.nextInt(2))));
            long[] inner = new long[shape.cells()];
            Arrays.setAll(inner, i -> random.nextInt(4) == 0 ? 0 : random.nextInt(5));
            long[] values = Table.ofInner(shape, inner).values().clone();
            for (int i = 1; i < values.length; i++) {
                if (random.nextInt(10) < 5) {
                    values[i] = Release.HIDDEN;
                }
            }
            Release release = new Release(shape, values);
            Set<Integer> expected = countedOut(release);
            Set<Integer> found = recovered(release);
            assertThat(found).as("seed %s", seed).isEqualTo(expected);
            recoverable += found.size();
        }
        assertThat(recoverable).isGreaterThan(100);
    }

    /// Two squares of blanks and one blank between them, which only all their lines together give
    /// away.
    @Test
    void itFindsTheBlankBetweenTwoSquares() throws Contradiction {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Shape shape = new Shape("t", List.of(flat("row", 4), flat("column", 4)));
            long[] inner = new long[shape.cells()];
            Arrays.setAll(inner, i -> 1 + random.nextInt(3));
            long[] values = Table.ofInner(shape, inner).values().clone();
            for (int row = 1; row <= 4; row++) {
                for (int column = 1; column <= 4; column++) {
                    if (row <= 2 == column <= 2 || (row == 2 && column == 3)) {
                        values[shape.cell(row, column)] = Release.HIDDEN;
                    }
                }
            }
            Release release = new Release(shape, values);
            Set<Integer> expected = countedOut(release);
            assertThat(expected).contains(shape.cell(2, 3));
            assertThat(recovered(release)).as("seed %s", seed).isEqualTo(expected);
        }
    }

    /// Of two blanks that are 1 or 2 and make 3, one is 1: which, nobody can say.
    @Test
    void nothingIsSaidOfSeveralBlanksNoneOfWhichIsFound() throws Contradiction {
        Shape shape = new Shape("t", List.of(flat("row", 2), flat("column", 2)));
        long hidden = Release.HIDDEN;
        Release release = new Release(shape, new long[] {4, 2, 2, 3, hidden, hidden, 1, hidden, hidden});
        Audit audit =
                Auditor.audit(
                        List.of(Published.of(release)), List.of(), new AuditRules(5, 1, 0));
        assertThat(audit.findings()).noneMatch(f -> f.kind() == Finding.Kind.RECOVERED);
        assertThat(audit.crowds()).isEmpty();
    }

    @Test
    void tablesThatContradictEachOtherAreRefusedByName() {
        Shape first = new Shape("first.csv", List.of(flat("row", 2)));
        Shape second = new Shape("second.csv", List.of(flat("row", 2)));
        assertThatThrownBy(() ->
                        Auditor.audit(
                                List.of(shown(first, 5, 2, 3), shown(second, 6, 2, 4)),
                                List.of(),
                                RULES))
                .isInstanceOf(Contradiction.class)
                .hasMessage("first.csv: Total is 5, but 6 in second.csv.");
    }

    @Test
    void noWholeNumbersFitIsSaidOfTheTotal() {
        Shape shape = new Shape("t.csv", List.of(flat("row", 2), flat("column", 2)));
        long h = Release.HIDDEN;
        assertThatThrownBy(() ->
                        Auditor.audit(
                                List.of(shown(shape, 9, 5, 5, h, 2, 7, h, h, 7)), List.of(), RULES))
                .isInstanceOf(Contradiction.class)
                .hasMessageContaining("t.csv: ");
    }

    @Test
    void growthIsWorkedOutOfTotalsToo() throws Contradiction {
        long h = Release.HIDDEN;
        Shape now = new Shape("now.csv", List.of(flat("row", 4)));
        Shape then = new Shape("then.csv", List.of(flat("row", 4)));
        Audit audit =
                Auditor.audit(
                        List.of(shown(now, 43, 20, h, h, 12)),
                        List.of(shown(then, 42, 20, 6, h, 11)),
                        AuditRules.standard());
        assertThat(audit.findings())
                .anySatisfy(f -> assertThat(f.how()).isEqualTo("12 − 11 = 1, since then.csv"))
                .anySatisfy(f -> {
                    assertThat(f.kind()).isEqualTo(Finding.Kind.RECOVERED);
                    assertThat(f.cell()).isEqualTo(2);
                    assertThat(f.low()).isEqualTo(6);
                    assertThat(f.how()).isEqualTo("6 + 0 = 6");
                });
    }

    private static Set<Integer> recovered(Release release) throws Contradiction {
        Set<Integer> found = new HashSet<>();
        for (Finding finding :
                Auditor.audit(List.of(Published.of(release)), List.of(), RULES).findings()) {
            if (finding.kind() == Finding.Kind.RECOVERED) {
                found.add(finding.cell());
            }
        }
        return found;
    }

    private static Published shown(Shape shape, long... values) {
        return Published.of(new Release(shape, values));
    }

    private static Dimension flat(String name, int codes) {
        return Dimension.flat(name, "Total", List.of("a", "b", "c", "d").subList(0, codes));
    }

    /// The hidden cells that are the same in all tables that fit.
    private static Set<Integer> countedOut(Release release) {
        Shape shape = release.shape();
        long[] low = new long[shape.cells()];
        long[] high = new long[shape.cells()];
        Arrays.fill(low, Long.MAX_VALUE);
        int[] rows = shape.dimensions().get(0).leaves();
        int[] columns = shape.dimensions().get(1).leaves();
        int[] inner = new int[rows.length * columns.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                inner[r * columns.length + c] = shape.cell(rows[r], columns[c]);
            }
        }
        tryAll(release, inner, 0, new long[shape.cells()], low, high);
        Set<Integer> fixed = new HashSet<>();
        for (int i = 0; i < low.length; i++) {
            if (release.hidden(i) && low[i] == high[i]) {
                fixed.add(i);
            }
        }
        return fixed;
    }

    /// Fills the inner cells in order; each sum may only grow, so that one too large ends the try.
    private static void tryAll(
            Release release, int[] inner, int at, long[] values, long[] low, long[] high) {
        Shape shape = release.shape();
        if (at == inner.length) {
            for (int i = 0; i < values.length; i++) {
                if (!release.hidden(i) && release.values()[i] != values[i]) {
                    return;
                }
            }
            for (int i = 0; i < values.length; i++) {
                low[i] = Math.min(low[i], values[i]);
                high[i] = Math.max(high[i], values[i]);
            }
            return;
        }
        int cell = inner[at];
        int[] nodes = shape.nodes(cell);
        int[] touched = {cell, shape.cell(nodes[0], 0), shape.cell(0, nodes[1]), shape.cell(0, 0)};
        long most = Long.MAX_VALUE;
        for (int sum : touched) {
            if (!release.hidden(sum)) {
                most = Math.min(most, release.values()[sum] - values[sum]);
            }
        }
        long from = release.hidden(cell) ? 0 : release.values()[cell];
        long to = release.hidden(cell) ? most : Math.min(most, from);
        for (long value = from; value <= to; value++) {
            for (int sum : touched) {
                values[sum] += value;
            }
            tryAll(release, inner, at + 1, values, low, high);
            for (int sum : touched) {
                values[sum] -= value;
            }
        }
    }
}
