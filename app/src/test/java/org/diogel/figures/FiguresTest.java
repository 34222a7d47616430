package org.diogel.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.NoPatternException;
import org.diogel.disclosure.Release;
import org.diogel.disclosure.Shape;
import org.diogel.disclosure.Table;
import org.diogel.kernel.SettingRefused;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Shape REGIONS_BY_AGE =
            new Shape(
                    "reports",
                    List.of(
                            Dimension.flat("region", "Total", List.of("north", "mid", "south")),
                            Dimension.flat("age", "Total", List.of("young", "old"))));

    private final Figures figures = new Figures(new FigureSettings(5));

    @Test
    void aSmallCountOfOthersIsHiddenAndNothingIsNotSmall() {
        for (int count = 1; count < 5; count++) {
            assertThat(figures.about(count).hidden()).isTrue();
            assertThat(figures.about(count)).hasToString("[c]");
            assertThat(figures.about(count).some()).isFalse();
        }
        assertThat(figures.about(0)).hasToString("0");
        assertThat(figures.about(0).some()).isFalse();
        assertThat(figures.about(5)).hasToString("5");
        assertThat(figures.about(5).some()).isTrue();
    }

    @Test
    void whatTheReaderHasBeforeThemIsCounted() {
        assertThat(Figures.listed(1)).hasToString("1");
        assertThatThrownBy(() -> Figures.listed(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHiddenCountHasNoValue() {
        assertThatThrownBy(() -> figures.about(3).value()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTableHidesEnoughThatNothingSmallIsWorkedOut() throws Exception {
        Table table = table(12, 3, 20, 9, 14, 8);
        FigureTable shown = figures.tables(List.of(table), List.of()).getFirst();
        assertThat(shown.at(0, 0)).hasToString("66");
        assertThat(shown.at(1, 2).hidden()).isTrue();
        // One blank in a line is the total less the rest.
        for (int region = 0; region < 4; region++) {
            assertThat(hidden(shown.at(region, 0), shown.at(region, 1), shown.at(region, 2)))
                    .isNotEqualTo(1);
        }
        for (int age = 0; age < 3; age++) {
            assertThat(
                            hidden(
                                    shown.at(0, age),
                                    shown.at(1, age),
                                    shown.at(2, age),
                                    shown.at(3, age)))
                    .isNotEqualTo(1);
        }
    }

    @Test
    void whatALaterTableWouldGiveAwayIsHiddenInIt() throws Exception {
        Release before = new Release(REGIONS_BY_AGE, table(12, 9, 20, 9, 14, 8).values());
        FigureTable after =
                figures.tables(List.of(table(12, 9, 20, 9, 14, 10)), List.of(before)).getFirst();
        assertThat(after.at(3, 2).hidden()).as("two more, who could be told apart").isTrue();
    }

    @Test
    void whereTheTotalAloneGivesSomebodyAwayNothingIsShown() {
        Shape one = new Shape("one", List.of(Dimension.flat("region", "Total", List.of("north"))));
        assertThatThrownBy(
                        () ->
                                figures.tables(
                                        List.of(Table.ofInner(one, new long[] {0, 3})), List.of()))
                .isInstanceOf(NoPatternException.class);
    }

    @Test
    void aThresholdThatHidesNobodyIsRefused() {
        assertThatThrownBy(() -> new Figures(new FigureSettings(2)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("DIOGEL_FIGURES_THRESHOLD");
    }

    private static Table table(long... inner) {
        long[] cells = new long[REGIONS_BY_AGE.cells()];
        for (int i = 0; i < inner.length; i++) {
            cells[REGIONS_BY_AGE.cell(1 + i / 2, 1 + i % 2)] = inner[i];
        }
        return Table.ofInner(REGIONS_BY_AGE, cells);
    }

    private static long hidden(Figure... line) {
        return java.util.Arrays.stream(line).filter(Figure::hidden).count();
    }
}
