package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingTest {

    private static final Profile NHS = Profile.named("nhs");
    private static final Profile ROUND = Profile.named("round-5");
    private static final Profile CONTROLLED = Profile.named("controlled-5");

    @Test
    void aCountIsRoundedByItself() {
        for (long count = 0; count < 60; count++) {
            long five = Math.round(count / 5.0) * 5;
            long ten = count % 10 < 5 ? count - count % 10 : count + 10 - count % 10;
            assertThat(Rounding.alone(ROUND, count)).isEqualTo(five);
            assertThat(Rounding.alone(Profile.named("round-10"), count)).isEqualTo(ten);
            assertThat(Rounding.alone(NHS, count))
                    .isEqualTo(count > 0 && count < 8 ? Release.HIDDEN : five);
        }
    }

    @Test
    void whatRoundingLeavesIsExactlyWhatRoundsToIt() {
        for (String name : List.of("nhs", "round-5", "round-3", "round-10")) {
            Profile profile = Profile.named(name);
            for (long count = 0; count < 60; count++) {
                long published = Rounding.alone(profile, count);
                List<Long> same = new ArrayList<>();
                for (long other = 0; other < 80; other++) {
                    if (Rounding.alone(profile, other) == published) {
                        same.add(other);
                    }
                }
                assertThat(Rounding.least(profile, published)).isEqualTo(same.getFirst());
                assertThat(Rounding.greatest(profile, published)).isEqualTo(same.getLast());
            }
        }
    }

    @Test
    void smallCountsAreHiddenAndTheRestRounded() throws Exception {
        Rounded rounded = Rounding.round(List.of(line(0, 7, 8, 12, 13)), NHS, Rules.standard());
        assertThat(rounded.releases().getFirst().values())
                .containsExactly(40, 0, Release.HIDDEN, 10, 10, 15);
        assertThat(rounded.hidden()).isEqualTo(1);
        assertThat(rounded.distance()).isEqualTo(0 + 2 + 2 + 2);
        assertThat(rounded.cells()).containsExactly(new HiddenCell(0, 2, true, 1, 7));
    }

    @Test
    void roundingThatTotalsUndoIsRefused() {
        // Ten of 8 or more make 80 at least, the total is 82 at most: the two hidden are 1 each.
        assertThatThrownBy(() ->
                        Rounding.round(
                                List.of(line(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 1, 1)),
                                NHS,
                                Rules.standard()))
                .isInstanceOf(NoPatternException.class)
                .hasMessageStartingWith(
                        "The profile nhs does not protect a11: from all the rounded numbers together"
                                + " its count is known to lie between 1 and 1.");
        // Nine of at most 2 make 18 at most, and the total says 18 at least.
        assertThatThrownBy(() ->
                        Rounding.round(
                                List.of(line(2, 2, 2, 2, 2, 2, 2, 2, 2)), ROUND, Rules.standard()))
                .isInstanceOf(NoPatternException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = SolverChoice.class,
            names = {"NATIVE", "JAVA"})
    void controlledRoundingAddsUpAndStaysNear(SolverChoice solver) throws Exception {
        Random random = new Random(5);
        for (int n = 0; n < 12; n++) {
            Dimension age =
                    new Dimension(
                            "age",
                            List.of("all", "young", "old", "a", "b", "c", "d"),
                            List.of(
                                    new Dimension.Split(0, List.of(1, 2)),
                                    new Dimension.Split(1, List.of(3, 4)),
                                    new Dimension.Split(2, List.of(5, 6))));
            Shape shape =
                    new Shape("t", List.of(Dimension.flat("sex", "T", List.of("f", "m")), age));
            long[] inner = new long[shape.cells()];
            for (int i = 0; i < inner.length; i++) {
                inner[i] = random.nextInt(30);
            }
            Table table = Table.ofInner(shape, inner);
            Rounded rounded =
                    Rounding.round(List.of(table), CONTROLLED, Rules.standard().withSolver(solver));
            long[] values = rounded.releases().getFirst().values();
            new Table(shape, values); // adds up, or it would be refused
            long distance = 0;
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i] % 5).isZero();
                assertThat(Math.abs(values[i] - table.value(i))).isLessThan(5);
                distance += Math.abs(values[i] - table.value(i));
            }
            assertThat(rounded.distance()).isEqualTo(distance);
            if (solver == SolverChoice.JAVA) {
                assertThat(
                                Rounding.round(
                                                List.of(table),
                                                CONTROLLED,
                                                Rules.standard().withSolver(SolverChoice.NATIVE))
                                        .distance())
                        .isEqualTo(distance);
            }
        }
    }

    @Test
    void aTableThatCannotBeRoundedSoThatItAddsUpIsRefused() {
        Shape shape =
                new Shape(
                        "t.csv",
                        List.of(
                                Dimension.flat("a", "T", List.of("1", "2")),
                                Dimension.flat("b", "T", List.of("1", "2")),
                                Dimension.flat("c", "T", List.of("1", "2", "3"))));
        long[] counts = {2, 2, 3, 0, 3, 0, 3, 0, 0, 2, 1, 2};
        long[] inner = new long[shape.cells()];
        for (int i = 0; i < counts.length; i++) {
            inner[shape.cell(i / 6 + 1, i / 3 % 2 + 1, i % 3 + 1)] = counts[i];
        }
        assertThatThrownBy(() ->
                        Rounding.round(
                                List.of(Table.ofInner(shape, inner)), CONTROLLED, Rules.standard()))
                .isInstanceOf(NoPatternException.class)
                .hasMessage(
                        "The table cannot be rounded to multiples of 5 so that everything adds up."
                                + " Join small categories, or use round-5.");
    }

    @Test
    void aCountIsRoundedAlikeWhereverItStands() throws Exception {
        Dimension age = Dimension.flat("age", "T", List.of("young", "old"));
        Table one =
                Table.ofInner(
                        new Shape("1", List.of(age, Dimension.flat("sex", "T", List.of("f", "m")))),
                        new long[] {0, 0, 0, 0, 7, 11, 0, 13, 3});
        Table two =
                Table.ofInner(
                        new Shape(
                                "2", List.of(Dimension.flat("help", "T", List.of("x", "y")), age)),
                        new long[] {0, 0, 0, 0, 9, 9, 0, 9, 7});
        Rounded rounded = Rounding.round(List.of(one, two), CONTROLLED, Rules.standard());
        long[] first = rounded.releases().get(0).values();
        long[] second = rounded.releases().get(1).values();
        assertThat(new long[] {second[0], second[1], second[2]})
                .containsExactly(first[0], first[3], first[6]);
    }

    private static Table line(int... counts) {
        List<String> codes =
                IntStream.rangeClosed(1, counts.length).mapToObj(i -> "a" + i).toList();
        Shape shape = new Shape("t", List.of(Dimension.flat("a", "Total", codes)));
        List<Long> inner = new ArrayList<>(Collections.nCopies(1, 0L));
        IntStream.of(counts).forEach(c -> inner.add((long) c));
        return Table.ofInner(shape, inner.stream().mapToLong(Long::longValue).toArray());
    }
}
