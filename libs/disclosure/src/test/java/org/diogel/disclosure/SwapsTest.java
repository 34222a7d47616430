package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SwapsTest {

    private static final Dimension PLACE =
            new Dimension(
                    "place",
                    List.of("all", "n", "s", "a", "b", "c", "d", "e", "w"),
                    List.of(
                            new Dimension.Split(0, List.of(1, 2)),
                            new Dimension.Split(1, List.of(3, 4)),
                            new Dimension.Split(2, List.of(5, 6)),
                            new Dimension.Split(0, List.of(7, 8)),
                            new Dimension.Split(7, List.of(3, 5)),
                            new Dimension.Split(8, List.of(4, 6))));

    @Test
    void whatASwapReachesNoAttackerExcludes() {
        Shape shape = new Shape("t", List.of(PLACE, Dimension.flat("sex", "T", List.of("f", "m"))));
        Random random = new Random(3);
        int found = 0;
        for (int n = 0; n < 20; n++) {
            long[] inner = new long[shape.cells()];
            long[] low = new long[inner.length];
            long[] high = new long[inner.length];
            for (int i = 0; i < inner.length; i++) {
                inner[i] = random.nextInt(12);
            }
            Table table = Table.ofInner(shape, inner);
            for (int i = 0; i < inner.length; i++) {
                low[i] = Math.max(0, table.value(i) - random.nextInt(3));
                high[i] = table.value(i) + random.nextInt(3);
            }
            Swaps swaps = new Swaps(shape, table.values(), low, high);
            Attacker attacker =
                    new Attacker(new View(Equation.of(shape), low, high), SolverChoice.AUTO);
            for (int cell = 0; cell < inner.length; cell++) {
                Attacker.Interval swapped = swaps.interval(cell, 2);
                Attacker.Interval known = attacker.interval(cell);
                assertThat(swapped.low()).isBetween(known.low(), table.value(cell));
                assertThat(swapped.high()).isBetween(table.value(cell), known.high());
                found += swapped.width() > 0 ? 1 : 0;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void aLargeTableIsRoundedAndAuditedAtOnce() throws Exception {
        Shape shape =
                new Shape(
                        "t",
                        List.of(
                                Dimension.flat("a", "T", codes(60)),
                                Dimension.flat("b", "T", codes(30))));
        Random random = new Random(4);
        long[] inner = new long[shape.cells()];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = random.nextInt(40);
        }
        Rounded rounded =
                Rounding.round(
                        List.of(Table.ofInner(shape, inner)),
                        Profile.named("round-5"),
                        Rules.standard());
        assertThat(rounded.sensitive()).isGreaterThan(100);
        assertThat(rounded.cells()).allMatch(cell -> cell.high() > cell.low());
    }

    private static List<String> codes(int number) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            codes.add("c" + i);
        }
        return codes;
    }
}
