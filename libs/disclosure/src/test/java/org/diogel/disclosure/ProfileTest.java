package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private static final Dimension AREA =
            new Dimension(
                    "area",
                    List.of("Total", "North", "South", "East"),
                    List.of(
                            new Dimension.Split(0, List.of(1, 2)),
                            new Dimension.Split(2, List.of(3))));
    private static final Shape SHAPE =
            new Shape(
                    "grants.csv",
                    List.of(Dimension.flat("purpose", "Total", List.of("a", "b")), AREA));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counts",
                "nhs",
                "round-5",
                "controlled-5",
                "contributors-3",
                "dominance-2-85",
                "p-10"
            })
    void aProfileIsItsName(String name) {
        assertThat(Profile.named(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "count",
                "nhs-7",
                "round",
                "round-1",
                "contributors-1",
                "dominance-2",
                "dominance-2-100",
                "p",
                "p-0",
                "p-10-2",
                "Counts",
                "counts-5"
            })
    void anyOtherIsRefused(String name) {
        assertThatThrownBy(() -> Profile.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no profile \"" + name + "\"; there are counts,");
    }

    @Test
    void aBodyCountsOnceInAMargin() {
        Contributions all = contributions("North", "a", 40, "b", 5, "c", 5, "d", 0);
        assertThat(all.largest(SHAPE.cell(1, 1))).containsExactly(40, 5, 5);
        Dimension bodies = Dimension.flat("body", "Total", List.of("x", "y"));
        Shape whole = new Shape("t", List.of(SHAPE.dimensions().get(0), bodies, AREA));
        long[] inner = new long[whole.cells()];
        inner[whole.cell(1, 1, 1)] = 3;
        inner[whole.cell(2, 1, 1)] = 4;
        inner[whole.cell(2, 2, 3)] = 2;
        Contributions both = Contributions.of(Table.ofInner(whole, inner), 1);
        assertThat(both.table().shape().dimensions()).isEqualTo(SHAPE.dimensions());
        assertThat(both.largest(0)).containsExactly(7, 2);
        assertThat(both.largest(SHAPE.cell(0, 2))).containsExactly(2);
        assertThat(both.largest(SHAPE.cell(2, 1))).containsExactly(4);
        assertThat(both.table().value(0)).isEqualTo(9);
    }

    @Test
    void fewerThanKBodies() {
        Contributions all = contributions("North", "a", 40, "b", 5, "c", 0);
        assertThat(needed("contributors-3", all)).isEqualTo(1);
        assertThat(needed("contributors-2", all)).isZero();
        assertThat(Profile.named("contributors-3").needed(all, 4)[SHAPE.cell(1, 1)]).isEqualTo(4);
        assertThat(Profile.named("contributors-3").needed(all, 4)[SHAPE.cell(1, 3)]).isZero();
    }

    @Test
    void theLargestMakeTooMuch() {
        // 90 of 100 in two hands: for 85 % the cell would have to be 105.9, 5.9 more, to both sides
        Contributions all = contributions("North", "a", 60, "b", 30, "c", 10);
        assertThat(needed("dominance-2-85", all)).isEqualTo(12);
        assertThat(needed("dominance-2-90", all)).isZero();
        assertThat(needed("dominance-1-60", all)).isZero();
        assertThat(needed("dominance-1-59", all)).isEqualTo(4);
    }

    @Test
    void theSecondEstimatesTheFirst() {
        // the others' 5 hide the largest, 100, by 5 %; 10 % asks for 5 more, to both sides
        Contributions all = contributions("North", "a", 100, "b", 50, "c", 5);
        assertThat(needed("p-10", all)).isEqualTo(10);
        assertThat(needed("p-5", all)).isZero();
        assertThat(needed("p-10", contributions("North", "a", 100))).isEqualTo(20);
    }

    @Test
    void percentagesAreOfPublishedNumbers() {
        assertThat(Percentages.of(1, 8, 0)).contains(new BigDecimal("13"));
        assertThat(Percentages.of(1, 8, 1)).contains(new BigDecimal("12.5"));
        assertThat(Percentages.of(Release.HIDDEN, 8, 0)).isEmpty();
        assertThat(Percentages.of(1, Release.HIDDEN, 0)).isEmpty();
        assertThat(Percentages.of(0, 0, 0)).isEmpty();
        Release release =
                new Release(
                        new Shape(
                                "t",
                                List.of(AREA, Dimension.flat("sex", "Total", List.of("f", "m")))),
                        new long[] {40, 30, 10, 20, 20, -1, 20, 10, -1, 20, 10, -1});
        assertThat(Percentages.along(release, 0, 0).stream().map(p -> p.map(BigDecimal::intValue)))
                .containsExactly(
                        Optional.of(100),
                        Optional.of(100),
                        Optional.of(100),
                        Optional.of(50),
                        Optional.of(67),
                        Optional.empty(),
                        Optional.of(50),
                        Optional.of(33),
                        Optional.empty(),
                        Optional.of(50),
                        Optional.of(33),
                        Optional.empty());
    }

    private static long needed(String profile, Contributions contributions) {
        return Profile.named(profile).needed(contributions, 1)[SHAPE.cell(1, 1)];
    }

    /// Amounts of purpose a in an area, by body.
    private static Contributions contributions(String area, Object... bodiesAndAmounts) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < bodiesAndAmounts.length; i += 2) {
            bodies.add((String) bodiesAndAmounts[i]);
        }
        List<Dimension> dimensions = new ArrayList<>(SHAPE.dimensions());
        dimensions.add(Dimension.flat("body", "Total", bodies));
        Shape whole = new Shape("grants.csv", dimensions);
        long[] inner = new long[whole.cells()];
        for (int b = 0; b < bodies.size(); b++) {
            inner[whole.cell(1, AREA.indexOf(area), b + 1)] = (Integer) bodiesAndAmounts[2 * b + 1];
        }
        return Contributions.of(Table.ofInner(whole, inner), 2);
    }
}
