package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.disclosure.IndependentAttacker.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The attacker the library is judged by, judged itself: on tables so small that every table of
/// whole numbers with the same published cells can be written down.
class IndependentAttackerTest {

    private int asked;
    private int fixed;

    @Test
    void findsWhatEnumerationFindsInOneTable() {
        for (int seed = 1; seed <= 240; seed++) {
            Tables tables = new Tables(seed);
            Table table = tiny(tables, seed);
            long from = seed % 2;
            Release release = Tables.published(table, someHidden(tables, table, from));
            IndependentAttacker attacker =
                    new IndependentAttacker(Knowledge.of(List.of(release), from));
            List<long[]> possible = possible(release, from);
            for (int c = 0; c < table.values().length; c++) {
                int cell = c;
                compare(
                        "seed " + seed + " cell " + c,
                        attacker.interval(table.shape(), c),
                        possible.stream().map(p -> p[cell]).toList());
            }
        }
        assertThat(fixed).as("counts that follow").isBetween(asked / 20, asked - asked / 20);
    }

    @Test
    void findsWhatEnumerationFindsInLinkedTables() {
        for (int seed = 1; seed <= 80; seed++) {
            Tables tables = new Tables(1000 + seed);
            List<Dimension> dimensions =
                    List.of(tables.flat("a", 2, 2), tables.flat("b", 2, 3), tables.flat("c", 2, 2));
            Table micro = few(tables, dimensions, 6);
            List<Release> releases = new ArrayList<>();
            for (Table table :
                    List.of(
                            Tables.breakdown(micro, "first", 0, 1),
                            Tables.breakdown(micro, "second", 0, 2))) {
                releases.add(Tables.published(table, someHidden(tables, table, 0)));
            }
            IndependentAttacker attacker = new IndependentAttacker(Knowledge.of(releases, 0));
            Shape first = releases.get(0).shape();
            Shape second = releases.get(1).shape();
            List<long[]> together = new ArrayList<>();
            for (long[] one : possible(releases.get(0), 0)) {
                for (long[] other : possible(releases.get(1), 0)) {
                    boolean agree = true;
                    for (int a = 0; a <= 2; a++) {
                        agree &= one[first.cell(a, 0)] == other[second.cell(a, 0)];
                        agree &= shown(releases.get(0), a, other[second.cell(a, 0)]);
                        agree &= shown(releases.get(1), a, one[first.cell(a, 0)]);
                    }
                    if (agree) {
                        together.add(one);
                    }
                }
            }
            for (int c = 0; c < first.cells(); c++) {
                int cell = c;
                compare(
                        "seed " + seed + " cell " + c,
                        attacker.interval(first, c),
                        together.stream().map(p -> p[cell]).toList());
            }
        }
    }

    @Test
    void findsWhatEnumerationFindsInTwoReleasesOfWhichOneGrew() {
        for (int seed = 1; seed <= 60; seed++) {
            Tables tables = new Tables(2000 + seed);
            Table before = few(tables, List.of(tables.flat("a", 2, 2), tables.flat("b", 2, 2)), 4);
            Table after = tables.grown(before, "after");
            Release earlier = Tables.published(before, someHidden(tables, before, 0));
            Release later = Tables.published(after, someHidden(tables, after, 0));
            Knowledge knowledge =
                    new Knowledge(0)
                            .add("before", earlier)
                            .add(Knowledge.NOW, later)
                            .grew("before", Knowledge.NOW, "change");
            IndependentAttacker attacker = new IndependentAttacker(knowledge);
            List<long[]> pairs = pairsThatGrew(possible(earlier, 0), possible(later, 0));
            for (int c = 0; c < before.values().length; c++) {
                int cell = c;
                int old = knowledge.at("before", before.shape(), c);
                int change = knowledge.at("change", before.shape(), c);
                compare(
                        "before, seed " + seed + " " + c,
                        attacker.interval(old),
                        pairs.stream().map(p -> p[cell]).toList());
                compare(
                        "change, seed " + seed + " " + c,
                        attacker.interval(change),
                        pairs.stream().map(p -> p[cell + before.values().length]).toList());
            }
        }
    }

    @Test
    void branchesWhereTheCornerIsAFraction() {
        Knowledge knowledge = new Knowledge(0);
        Shape shape = new Shape("odd", List.of(Dimension.flat("x", "all", List.of("a", "b", "c"))));
        knowledge.add("one", new Release(shape, new long[] {9, -1, -1, -1}));
        IndependentAttacker plain = new IndependentAttacker(knowledge);
        assertThat(plain.interval(knowledge.at("one", shape, 1))).isEqualTo(new Interval(0, 9));
        int a = knowledge.at("one", shape, 1);
        int b = knowledge.at("one", shape, 2);
        knowledge.sums().add(new WholeSimplex.Row(new int[] {a, b}, new long[] {4, 6}, 14));
        IndependentAttacker odd = new IndependentAttacker(knowledge);
        assertThat(odd.interval(a)).as("4 a + 6 b = 14: 2 and 1").isEqualTo(new Interval(2, 2));
        assertThat(odd.narrower(a, 1)).isTrue();
    }

    @Test
    void saysWhenNothingStopsACount() {
        Shape shape = new Shape("open", List.of(Dimension.flat("x", "all", List.of("a", "b"))));
        Release release = new Release(shape, new long[] {-1, 3, -1});
        IndependentAttacker attacker = new IndependentAttacker(Knowledge.of(List.of(release), 1));
        assertThat(attacker.interval(shape, 0))
                .isEqualTo(new Interval(4, IndependentAttacker.UNBOUNDED));
        assertThat(attacker.interval(shape, 1)).isEqualTo(new Interval(3, 3));
    }

    @Test
    void refusesPublicationsThatCannotBeTrue() {
        Shape shape = new Shape("wrong", List.of(Dimension.flat("x", "all", List.of("a", "b"))));
        Knowledge parts = Knowledge.of(List.of(new Release(shape, new long[] {3, 5, -1})), 0);
        assertThatThrownBy(() -> new IndependentAttacker(parts))
                .isInstanceOf(IllegalArgumentException.class);
        Knowledge sum = Knowledge.of(List.of(new Release(shape, new long[] {3, 5, 1})), 0);
        assertThatThrownBy(() -> new IndependentAttacker(sum))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void compare(String what, Interval found, List<Long> possible) {
        long low = possible.stream().mapToLong(v -> v).min().orElseThrow();
        long high = possible.stream().mapToLong(v -> v).max().orElseThrow();
        assertThat(found).as(what).isEqualTo(new Interval(low, high));
        asked++;
        fixed += low == high ? 1 : 0;
    }

    /// The earlier counts, and after them the changes.
    private static List<long[]> pairsThatGrew(List<long[]> before, List<long[]> after) {
        List<long[]> pairs = new ArrayList<>();
        for (long[] one : before) {
            for (long[] other : after) {
                long[] pair = Arrays.copyOf(one, one.length + other.length);
                boolean grew = true;
                for (int c = 0; c < one.length; c++) {
                    pair[one.length + c] = other[c] - one[c];
                    grew &= other[c] >= one[c];
                }
                if (grew) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private static boolean shown(Release release, int a, long value) {
        int cell = release.shape().cell(a, 0);
        return release.hidden(cell) || release.values()[cell] == value;
    }

    private static Table tiny(Tables tables, int seed) {
        return few(
                tables,
                switch (seed % 5) {
                    case 0 -> List.of(tables.flat("a", 2, 3), tables.flat("b", 2, 3));
                    case 1 ->
                            List.of(
                                    tables.flat("a", 2, 2),
                                    tables.flat("b", 2, 2),
                                    tables.flat("c", 2, 2));
                    case 2 -> List.of(tables.tree("a"));
                    case 3 -> List.of(tables.areas("a"));
                    default -> List.of(nested(), tables.flat("b", 2, 2));
                },
                seed % 5 == 0 ? 4 : 5);
    }

    private static Dimension nested() {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        parents.put("all", null);
        parents.put("x", "all");
        parents.put("x1", "x");
        parents.put("x2", "x");
        parents.put("y", "all");
        parents.put("y1", "y");
        return Dimension.tree("n", parents);
    }

    /// That many people, each in a random inner cell.
    private static Table few(Tables tables, List<Dimension> dimensions, int people) {
        Shape shape = new Shape("tiny", dimensions);
        List<Integer> inner = Tables.innerCells(shape);
        long[] values = new long[shape.cells()];
        for (int i = 0; i < people; i++) {
            values[inner.get(tables.between(0, inner.size() - 1))]++;
        }
        return Table.ofInner(shape, values);
    }

    /// The grand total shown; of the others about two in three hidden.
    private static boolean[] someHidden(Tables tables, Table table, long from) {
        boolean[] hidden = new boolean[table.values().length];
        for (int c = 1; c < hidden.length; c++) {
            hidden[c] = !tables.oneIn(3) && table.value(c) >= from;
        }
        return hidden;
    }

    /// Every table of whole numbers with these published cells.
    private static List<long[]> possible(Release release, long from) {
        List<long[]> possible = new ArrayList<>();
        long[] inner = new long[release.values().length];
        spread(
                release,
                Tables.innerCells(release.shape()),
                0,
                release.values()[0],
                inner,
                from,
                possible);
        return possible;
    }

    private static void spread(
            Release release,
            List<Integer> cells,
            int at,
            long left,
            long[] inner,
            long from,
            List<long[]> possible) {
        if (at == cells.size() - 1) {
            inner[cells.get(at)] = left;
            long[] values = Table.ofInner(release.shape(), inner).values();
            for (int c = 0; c < values.length; c++) {
                if (release.hidden(c) ? values[c] < from : values[c] != release.values()[c]) {
                    return;
                }
            }
            possible.add(values);
            return;
        }
        for (long here = 0; here <= left; here++) {
            inner[cells.get(at)] = here;
            spread(release, cells, at + 1, left - here, inner, from, possible);
        }
    }
}
