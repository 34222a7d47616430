package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.diogel.disclosure.Attacker.Interval;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Above [Protector#MOST_OPEN] counts a pattern is repaired instead of proven, and is as safe.
class LargeTableTest {

    @Test
    void theAttackerGetsNoSmallCountOfAThreeWayTable() throws Exception {
        Protection protection = protect(table(9, 3, 8, 7, 1), Rules.standard());
        assertThat(protection.proof().method()).isEqualTo(Proof.Method.REPAIR);
        assertThat(protection.proof().gap()).isBetween(0.0, 1.0);
        Release shown = protection.release(0);
        CellSystem system = CellSystem.of(List.of(shown.shape()));
        long[] low = shown.values().clone();
        long[] high = shown.values().clone();
        for (int i = 0; i < low.length; i++) {
            if (shown.hidden(i)) {
                low[i] = 0;
                high[i] = View.UNBOUNDED;
            }
        }
        int looked = 0;
        try (Attacker attacker =
                new Attacker(
                        new View(system.equations(), low, high),
                        Solvers.of(SolverChoice.AUTO))) {
            for (HiddenCell cell : protection.cells()) {
                // Every tenth: certificates are checked one by one when they are made.
                if (cell.primary() && looked++ % 10 == 0) {
                    Interval interval = attacker.interval(cell.cell());
                    assertThat(interval.low()).isLessThanOrEqualTo(cell.low());
                    assertThat(interval.high()).isGreaterThanOrEqualTo(cell.high());
                    assertThat(cell.high() - cell.low()).isPositive();
                }
            }
        }
        assertThat(looked).isGreaterThan(50);
    }

    @Test
    void theSamePatternComesOutTwice() throws Exception {
        Table table = table(9, 3, 8, 7, 2);
        assertThat(protect(table, Rules.standard()).cells())
                .isEqualTo(protect(table, Rules.standard()).cells());
    }

    /// Its proof alone would take hours.
    @Test
    void whatWasPublishedBeforeIsProtectedWithIt() throws Exception {
        Table before = table(5, 4, 6, 4, 4);
        Random random = new Random(5);
        long[] inner = before.values().clone();
        for (int i = 0; i < inner.length; i++) {
            inner[i] += random.nextInt(3) == 0 ? random.nextInt(6) : 0;
        }
        Table now = Table.ofInner(before.shape(), inner);
        Release earlier = protect(before, Rules.standard()).release(0);
        Protection protection =
                Protector.protect(List.of(now), List.of(earlier), Rules.standard());
        assertThat(protection.proof().method()).isEqualTo(Proof.Method.REPAIR);
        for (HiddenCell cell : protection.cells()) {
            if (cell.primary()) {
                assertThat(cell.high() - cell.low()).isPositive();
            }
        }
        for (int i = 1; i < inner.length; i++) {
            long change = earlier.hidden(i) ? 0 : now.value(i) - earlier.values()[i];
            if (change > 0 && change < 5) {
                assertThat(protection.hidden().getFirst()[i]).as("a small change").isTrue();
            }
        }
    }

    @Test
    @Tag("deep")
    void aHundredThousandCellsAreProtected() throws Exception {
        long begun = System.nanoTime();
        Protection protection = protect(table(40, 12, 19, 9, 3), Rules.standard());
        System.out.printf(
                "LargeTableTest: %d cells, %d primary, %d secondary, gap at most %.0f %%, %d s%n",
                protection.tables().getFirst().values().length,
                protection.proof().primary(),
                protection.proof().secondary(),
                100 * protection.proof().gap(),
                (System.nanoTime() - begun) / 1_000_000_000L);
        assertThat(protection.tables().getFirst().values().length).isGreaterThan(100_000);
    }

    private static Protection protect(Table table, Rules rules) throws NoPatternException {
        return Protector.protect(List.of(table), List.of(), rules);
    }

    /// Areas in groups, by two flat dimensions; a third of the cells are empty, most others small.
    private static Table table(int groups, int areas, int second, int third, long seed) {
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put("Total", null);
        for (int g = 0; g < groups; g++) {
            parents.put("g" + g, "Total");
            for (int a = 0; a < areas; a++) {
                parents.put("g" + g + "a" + a, "g" + g);
            }
        }
        Shape shape =
                new Shape(
                        "large",
                        List.of(
                                Dimension.tree("area", parents),
                                Dimension.flat("age", "Total", codes("y", second)),
                                Dimension.flat("kind", "Total", codes("k", third))));
        Random random = new Random(seed);
        long[] inner = new long[shape.cells()];
        Arrays.setAll(
                inner,
                i ->
                        random.nextInt(3) == 0
                                ? 0
                                : (long) Math.exp(1.8 + 1.2 * random.nextGaussian()));
        return Table.ofInner(shape, inner);
    }

    private static List<String> codes(String letter, int many) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            codes.add(letter + i);
        }
        return codes;
    }
}
