package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Corners of the protector: tables with nothing to hide behind, levels with one child, several
/// tables and releases of the same people.
class ProtectorTest {

    private static final Dimension SEX = Dimension.flat("sex", "All", List.of("f", "m", "x"));
    private static final Dimension AREA = Dimension.flat("area", "All", List.of("n", "s", "w"));

    @ParameterizedTest
    @EnumSource(
            value = SolverChoice.class,
            names = {"NATIVE", "JAVA"})
    void bothSolversProveTheSameLoss(SolverChoice choice) throws NoPatternException {
        Table table = table(SEX, AREA, 3, 20, 30, 25, 40, 2, 31, 17, 22);
        Proof proof = protect(table, Rules.standard().withSolver(choice)).proof();
        // Two small counts in different lines are two corners of one square.
        assertThat(proof.value()).isEqualTo(4);
        assertThat(proof.gap()).isZero();
        assertThat(proof.solver()).startsWith(choice == SolverChoice.JAVA ? "ojAlgo" : "OR-Tools");
    }

    @Test
    void aTotalAndTheOnlyCountBelowItLeaveNothingToHide() {
        Dimension one = Dimension.flat("sex", "All", List.of("f"));
        Table table = Table.ofInner(new Shape("one", List.of(one)), new long[] {0, 3});
        assertThatThrownBy(() -> protect(table, Rules.standard()))
                .isInstanceOf(NoPatternException.class)
                .hasMessageStartingWith("No pattern protects");
    }

    @Test
    void oneCellIsTheGrandTotalAndShown() throws NoPatternException {
        Dimension root = Dimension.flat("sex", "All", List.of());
        Table table = new Table(new Shape("one", List.of(root)), new long[] {3});
        Protection protection = protect(table, Rules.standard());
        assertThat(protection.cells()).isEmpty();
        assertThat(protection.proof().gap()).isZero();
    }

    @Test
    void allPrimaryNeedNothingMore() throws NoPatternException {
        Table table = table(SEX, AREA, 1, 2, 1, 2, 1, 1, 1, 1, 2);
        Protection protection = protect(table, Rules.standard().withThreshold(13));
        assertThat(protection.proof().primary()).isEqualTo(15);
        assertThat(protection.proof().secondary()).isZero();
    }

    @Test
    void aParentWithOneChildIsTheSameCount() throws NoPatternException {
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put("All", null);
        for (String leaf : List.of("n", "s", "w")) {
            parents.put(leaf, "All");
        }
        parents.put("n1", "n");
        Dimension area = Dimension.tree("area", parents);
        long[] inner = new long[area.size()];
        inner[area.indexOf("n1")] = 3;
        inner[area.indexOf("s")] = 20;
        inner[area.indexOf("w")] = 30;
        Protection protection =
                protect(Table.ofInner(new Shape("areas", List.of(area)), inner), Rules.standard());
        boolean[] hidden = protection.hidden().getFirst();
        assertThat(hidden[area.indexOf("n")]).isTrue();
        assertThat(hidden[area.indexOf("n1")]).isTrue();
        assertThat(protection.proof().secondary()).isEqualTo(1);
        assertThat(protection.cells()).allMatch(cell -> cell.high() > cell.low());
    }

    @Test
    void tablesThatCountTheSameDifferentlyAreRefused() {
        Table one = table(SEX, AREA, 9, 20, 30, 25, 40, 8, 31, 17, 22);
        Dimension age = Dimension.flat("age", "All", List.of("young", "old"));
        Table other = table(SEX, age, 20, 30, 40, 50, 6, 7);
        assertThatThrownBy(
                        () -> Protector.protect(List.of(one, other), List.of(), Rules.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another");
    }

    @Test
    void whatWasShownStaysShown() throws NoPatternException {
        Table table = table(SEX, AREA, 3, 20, 30, 25, 40, 22, 31, 17, 22);
        Protection first = protect(table, Rules.standard());
        Protection second =
                Protector.protect(List.of(table), List.of(first.release(0)), Rules.standard());
        assertThat(second.hidden().getFirst()).isEqualTo(first.hidden().getFirst());
    }

    @Test
    void aSmallCountThatWasShownCannotBeTakenBack() {
        Table table = table(SEX, AREA, 3, 20, 30, 25, 40, 22, 31, 17, 22);
        Release open = new Release(table.shape(), table.values());
        assertThatThrownBy(() -> Protector.protect(List.of(table), List.of(open), Rules.standard()))
                .isInstanceOf(NoPatternException.class)
                .hasMessageContaining("earlier release");
    }

    @ParameterizedTest
    @EnumSource(value = Moment.Change.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aSmallChangeIsHiddenWhicheverWayTheRestWent(Moment.Change rest) throws NoPatternException {
        Table before = table(SEX, AREA, 50, 60, 70, 80, 90, 40, 55, 65, 75);
        long by = rest == Moment.Change.SHRUNK ? -1 : 1;
        long others = rest == Moment.Change.GROWN ? 10 : -10;
        Table after = table(SEX, AREA, 50 + by, 60, 70, 80, 90 + others, 40, 55, 65 + others, 75);
        Release earlier = new Release(before.shape(), before.values());
        Protection protection =
                Protector.protect(List.of(after), List.of(earlier), Rules.standard());
        Shape shape = after.shape();
        List<Integer> changed = new ArrayList<>();
        for (int cell : new int[] {shape.cell(1, 1), shape.cell(1, 0), shape.cell(0, 1)}) {
            assertThat(protection.hidden().getFirst()[cell]).isTrue();
            changed.add(cell);
        }
        assertThat(protection.cells())
                .filteredOn(cell -> changed.contains(cell.cell()))
                .allMatch(HiddenCell::primary)
                .allMatch(cell -> cell.high() > cell.low());
    }

    private static Protection protect(Table table, Rules rules) throws NoPatternException {
        return Protector.protect(List.of(table), List.of(), rules);
    }

    private static Table table(Dimension rows, Dimension columns, long... counts) {
        Shape shape = new Shape("table", List.of(rows, columns));
        long[] inner = new long[shape.cells()];
        int next = 0;
        for (int row = 1; row < rows.size(); row++) {
            for (int column = 1; column < columns.size(); column++) {
                inner[shape.cell(row, column)] = counts[next++];
            }
        }
        return Table.ofInner(shape, inner);
    }
}
