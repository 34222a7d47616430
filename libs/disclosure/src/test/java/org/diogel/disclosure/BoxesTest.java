package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What protects large tables, on random publications small enough for the independent attacker:
/// she works nothing out, and not much more is lost than must be.
class BoxesTest {

    @Test
    void twoHundredPublicationsExposeNoOne() {
        run(200);
    }

    @Test
    @Tag("deep")
    void twoThousandPublicationsExposeNoOne() {
        run(2000);
    }

    /// A linear program of so many counts once took half an hour.
    @Test
    void theBoundOfALargeTableAsksNothingOfASolver() throws NoPatternException {
        Shape shape =
                new Shape(
                        "wide",
                        List.of(
                                Invented.tree("a", 12, 12),
                                Invented.tree("b", 9),
                                Invented.tree("c", 6)));
        Table table = new Invented(5).table(shape, 4, 0.5);
        Problem problem = problem(List.of(table), List.of(), Rules.standard());
        assertThat(new LowerBound(problem, new Refusing()).weight()).isPositive();
    }

    private static final class Refusing implements Solver {

        @Override
        public String name() {
            return "none";
        }

        @Override
        public Program program(LinearModel model) {
            throw new IllegalStateException("A program of " + model.columns() + " columns.");
        }

        @Override
        public Answer whole(LinearModel model, long @Nullable [] hint, double work) {
            throw new IllegalStateException("A program of " + model.columns() + " columns.");
        }
    }

    private static void run(int publications) {
        List<String> failures = new ArrayList<>();
        int done = 0;
        long lost = 0;
        long least = 0;
        int primary = 0;
        for (long seed = 1; seed <= publications; seed++) {
            Sample sample = Sample.of(seed);
            List<Release> earlier = new ArrayList<>();
            Protection best = null;
            try {
                if (!sample.before().isEmpty()) {
                    earlier.add(
                            Protector.protect(sample.before(), List.of(), sample.rules())
                                    .release(0));
                }
                best = Protector.protect(sample.tables(), earlier, sample.rules());
                boolean[] hidden =
                        new Boxes(Solvers.of(SolverChoice.AUTO))
                                .repair(problem(sample.tables(), earlier, sample.rules()))
                                .hidden();
                List<Release> shown = published(sample.tables(), hidden);
                Verdict verdict = Verdict.on(sample, earlier, shown);
                for (String leak : verdict.recovered()) {
                    failures.add("seed " + seed + ": " + leak);
                }
                primary += verdict.primary();
                done++;
                lost += shown.stream().mapToInt(Tables::hidden).sum();
                least += best.cells().size();
            } catch (NoPatternException e) {
                if (best != null) {
                    failures.add("seed " + seed + " has a pattern, but: " + e.getMessage());
                }
            }
        }
        String said =
                String.format(
                        Locale.ROOT,
                        "BoxesTest: %d publications with %d small counts, %d cells hidden where"
                                + " %d are enough",
                        done,
                        primary,
                        lost,
                        least);
        System.out.println(said);
        assertThat(failures).as(said).isEmpty();
        assertThat(lost).as(said).isLessThan(least + least / 4);
    }

    private static Problem problem(List<Table> tables, List<Release> earlier, Rules rules)
            throws NoPatternException {
        List<long[]> needed = new ArrayList<>();
        for (Table table : tables) {
            boolean[] small = Sample.primary(table);
            long[] own = new long[small.length];
            for (int c = 0; c < own.length; c++) {
                own[c] = small[c] ? rules.width() : 0;
            }
            needed.add(own);
        }
        return Problems.of(tables, needed, earlier, rules, Solvers.of(rules.solver()));
    }

    private static List<Release> published(List<Table> tables, boolean[] hidden) {
        CellSystem system = CellSystem.of(tables.stream().map(Table::shape).toList());
        List<Release> shown = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            boolean[] own = new boolean[tables.get(t).values().length];
            for (int c = 0; c < own.length; c++) {
                own[c] = hidden[system.at(t, c)];
            }
            shown.add(Tables.published(tables.get(t), own));
        }
        return shown;
    }
}
