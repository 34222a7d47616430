package org.diogel.bench;

import static org.diogel.bench.Invented.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.diogel.disclosure.HiddenCell;
import org.diogel.disclosure.NoPatternException;
import org.diogel.disclosure.Protection;
import org.diogel.disclosure.Protector;
import org.diogel.disclosure.Release;
import org.diogel.disclosure.Rules;
import org.diogel.disclosure.Shape;
import org.diogel.disclosure.SolverChoice;
import org.diogel.disclosure.Table;

/// How long tables take to protect and what is lost, against the rule used by hand; whether that is
/// safe, by `glpsol`, which knows nothing of the library.
final class TableBench {

    private static final long THRESHOLD = 5;

    private final String what;
    private final Table table;
    private final List<Sum> sums;
    private final boolean[] primary;
    private boolean met = true;

    private TableBench(String what, Table table) {
        this.what = what;
        this.table = table;
        sums = Sum.of(table.shape());
        primary = new boolean[table.values().length];
        for (int c = 1; c < primary.length; c++) {
            primary[c] = table.value(c) > 0 && table.value(c) < THRESHOLD;
        }
    }

    /// The class of the table that INSEE publishes with its own program: 414 cells, 77 primary, an
    /// activity in two levels by size.
    static boolean published() throws Exception {
        Shape shape = new Shape("published", List.of(tree("a", 17, 3), tree("s", 5)));
        TableBench bench = new TableBench("activity by size", Invented.table(shape, 11, 11, 1.3, 12));
        bench.expect(414, 77, 77);
        return bench.run(3, 0, Integer.MAX_VALUE);
    }

    /// Three ways, one of them a hierarchy: the class that a partnership publishes.
    static boolean threeWay() throws Exception {
        Shape shape =
                new Shape("three ways", List.of(tree("a", 4, 3), tree("e", 4), tree("k", 3)));
        TableBench bench =
                new TableBench("area by ethnicity by kind", Invented.table(shape, 1, 2.5, 1.2, 6));
        bench.expect(340, 95, 105);
        return bench.run(15, 0.05, Integer.MAX_VALUE);
    }

    static boolean large() throws Exception {
        Shape shape =
                new Shape("large", List.of(tree("a", 40, 12), tree("e", 19), tree("k", 9)));
        TableBench bench =
                new TableBench("area by ethnicity by kind", Invented.table(shape, 3, 6, 1.2, 3));
        bench.expect(100_000, 10_000, 30_000);
        return bench.run(60, 1, 3);
    }

    private void expect(int cells, int least, int most) {
        int found = count(primary);
        if (primary.length < cells || found < least || found > most) {
            throw new IllegalStateException(
                    "The generator has changed: " + primary.length + " cells, " + found + " primary.");
        }
    }

    /// @param seconds how long it may take
    /// @param gap how far from the best pattern it may be
    /// @param asked how many primary cells the attacker asks after, drawn by lot
    private boolean run(double seconds, double gap, int asked) throws Exception {
        print("%s: %,d cells, %,d primary", what, primary.length, count(primary));
        long begun = System.nanoTime();
        Protection protection = protect(SolverChoice.AUTO);
        double time = since(begun);
        begun = System.nanoTime();
        boolean[] naive = NaiveRule.hide(table, sums, primary);
        double naiveTime = since(begun);

        print(
                "Diogel: %,d secondary, %s, %.2f s (%s)",
                protection.proof().secondary(),
                protection.proof().gap() == 0
                        ? "proven the fewest"
                        : String.format(
                                Locale.ROOT, "gap at most %.1f %%", 100 * protection.proof().gap()),
                time,
                protection.proof().solver());
        print("by hand: %,d secondary, %.3f s", count(naive) - count(primary), naiveTime);
        print(
                "ratios, Diogel to by hand: %.2f of the cells hidden, %.0f of the time",
                count(protection.hidden().getFirst()) / (double) count(naive), time / naiveTime);
        target(String.format(Locale.ROOT, "at most %.0f s", seconds), time <= seconds);
        target(
                gap == 0 ? "proven the fewest" : String.format(Locale.ROOT, "gap within %.0f %%", 100 * gap),
                protection.proof().gap() <= gap);
        if (asked == Integer.MAX_VALUE) {
            begun = System.nanoTime();
            Protection pure = protect(SolverChoice.JAVA);
            double pureTime = since(begun);
            print("pure Java: %,d secondary, %.1f of the time", pure.proof().secondary(), pureTime / time);
        }
        pencil(protection, naive);
        attack(protection, naive, asked);
        return met;
    }

    private Protection protect(SolverChoice solver) throws NoPatternException {
        return Protector.protect(
                List.of(table),
                List.of(),
                Rules.standard().withThreshold(THRESHOLD).withSolver(solver));
    }

    private void attack(Protection protection, boolean[] naive, int asked) throws Exception {
        if (!Glpsol.isHere()) {
            print("glpsol is not here (Debian: glpk-utils): nobody attacked either pattern");
            met = false;
            return;
        }
        List<HiddenCell> cells =
                protection.cells().stream().filter(HiddenCell::primary).toList();
        int[] drawn = draw(cells.size(), asked);
        int recovered = 0;
        int outside = 0;
        long begun = System.nanoTime();
        try (Glpsol attacker = new Glpsol(protection.release(0), sums)) {
            for (int d : drawn) {
                HiddenCell cell = cells.get(d);
                Glpsol.Interval interval = attacker.interval(cell.cell());
                recovered += interval.least() >= interval.most() ? 1 : 0;
                outside += interval.least() > cell.low() || interval.most() < cell.high() ? 1 : 0;
            }
        }
        print(
                "glpsol, Diogel's pattern: %d of %,d primary cells asked, %d recovered, %d intervals"
                        + " narrower than proven, %.1f s",
                drawn.length, cells.size(), recovered, outside, since(begun));
        target("nothing recovered", recovered == 0 && outside == 0);
        int naiveRecovered = 0;
        try (Glpsol attacker = new Glpsol(published(naive), sums)) {
            for (int d : drawn) {
                Glpsol.Interval interval = attacker.interval(cells.get(d).cell());
                naiveRecovered += interval.least() >= interval.most() ? 1 : 0;
            }
        }
        print("glpsol, by hand: %d asked, %d recovered", drawn.length, naiveRecovered);
    }

    /// All primary cells, as far as single lines tell.
    private void pencil(Protection protection, boolean[] naive) {
        int[] cells = IntStream.range(0, primary.length).filter(c -> primary[c]).toArray();
        print(
                "line by line, all primary cells: %,d recovered of Diogel's pattern, %,d by hand",
                new LineByLine(protection.release(0), sums).recovered(cells),
                new LineByLine(published(naive), sums).recovered(cells));
    }

    private Release published(boolean[] hidden) {
        long[] values = table.values().clone();
        for (int c = 0; c < values.length; c++) {
            values[c] = hidden[c] ? Release.HIDDEN : values[c];
        }
        return new Release(table.shape(), values);
    }

    private static int[] draw(int from, int many) {
        int[] all = IntStream.range(0, from).toArray();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < Math.min(many, from); i++) {
            int j = random.nextInt(i, from);
            int kept = all[i];
            all[i] = all[j];
            all[j] = kept;
        }
        return Arrays.copyOf(all, Math.min(many, from));
    }

    private void target(String target, boolean reached) {
        print("target: %s: %s", target, reached ? "met" : "MISSED");
        met &= reached;
    }

    private static void print(String line, Object... values) {
        System.out.printf(Locale.ROOT, "  " + line + "%n", values);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
