package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The promise of the library on random publications of every kind: no small count can be worked
/// out, by an attacker who shares no code with the protector. The rule used by hand, on the same
/// publications, leaks; both figures are printed.
class RandomTablesTest {

    @Test
    void twoHundredPublicationsExposeNoOne() {
        run(200);
    }

    @Test
    @Tag("deep")
    void twoThousandPublicationsExposeNoOne() {
        run(2000);
    }

    private static void run(int publications) {
        Tally tally = new Tally();
        for (long seed = 1; seed <= publications; seed++) {
            tally.add(Sample.of(seed));
        }
        System.out.println(tally);
        assertThat(tally.failures).as(tally.toString()).isEmpty();
        assertThat(tally.naiveExact)
                .as("what the rule by hand leaks")
                .isGreaterThan(publications / 4);
        assertThat(tally.without).as("publications without a pattern").isLessThan(publications / 4);
    }

    private static final class Tally {

        private final List<String> failures = new ArrayList<>();
        private int publications;
        private int without;
        private int cells;
        private int primary;
        private int recovered;
        private int hidden;
        private int naiveHidden;
        private int naiveRecovered;
        private int naiveExact;
        private int naiveLeaky;

        void add(Sample sample) {
            publications++;
            List<Release> earlier = new ArrayList<>();
            try {
                protect(sample, earlier);
            } catch (NoPatternException e) {
                without++;
                if (!hopeless(sample, earlier)) {
                    failures.add(name(sample) + " has a pattern, but: " + e.getMessage());
                }
                return;
            } catch (RuntimeException e) {
                failures.add(name(sample) + " broke: " + e);
                return;
            }
            List<Release> before = byHand(sample, sample.before());
            List<Release> now = byHand(sample, sample.tables());
            now.forEach(release -> naiveHidden += Tables.hidden(release));
            Verdict naive = Verdict.on(sample, before, now);
            naiveRecovered += naive.recovered().size();
            naiveExact += naive.exact();
            naiveLeaky += naive.recovered().isEmpty() ? 0 : 1;
        }

        private void protect(Sample sample, List<Release> earlier) throws NoPatternException {
            Rules rules = sample.rules();
            if (!sample.before().isEmpty()) {
                Protection before = Protector.protect(sample.before(), List.of(), rules);
                earlier.add(before.release(0));
            }
            Protection protection = Protector.protect(sample.tables(), earlier, rules);
            List<Release> now = new ArrayList<>();
            for (int t = 0; t < sample.tables().size(); t++) {
                now.add(Tables.published(sample.tables().get(t), protection.hidden().get(t)));
                cells += sample.tables().get(t).values().length;
                hidden += Tables.hidden(now.get(t));
            }
            Verdict verdict = Verdict.on(sample, earlier, now);
            primary += verdict.primary();
            recovered += verdict.recovered().size();
            if (!verdict.recovered().isEmpty()) {
                failures.add(
                        name(sample)
                                + " leaks "
                                + verdict.recovered().size()
                                + ": "
                                + verdict.recovered().getFirst());
            }
        }

        private static List<Release> byHand(Sample sample, List<Table> tables) {
            List<boolean[]> primary = tables.stream().map(Sample::primary).toList();
            List<boolean[]> flags = NaiveRule.hide(tables, primary, sample.zerosShown());
            List<Release> releases = new ArrayList<>();
            for (int t = 0; t < tables.size(); t++) {
                releases.add(Tables.published(tables.get(t), flags.get(t)));
            }
            return releases;
        }

        /// Whether a small count follows even from the grand totals alone.
        private static boolean hopeless(Sample sample, List<Release> earlier) {
            boolean first = earlier.isEmpty() && !sample.before().isEmpty();
            Sample last = first ? sample.earlier() : sample;
            List<Release> bare = new ArrayList<>();
            for (Table table : last.tables()) {
                boolean[] all = new boolean[table.values().length];
                for (int c = 1; c < all.length; c++) {
                    all[c] = table.value(c) > 0 || !sample.zerosShown();
                }
                bare.add(Tables.published(table, all));
            }
            return !Verdict.on(last, earlier, bare).recovered().isEmpty();
        }

        private static String name(Sample sample) {
            return "seed " + sample.seed() + " (" + sample.kind() + ")";
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d publications, %d without a pattern; the others have %d cells and %d small "
                            + "counts: the library hides %d cells and leaks %d small counts, the "
                            + "rule by hand hides %d cells and leaks %d (%d of them exactly) in %d "
                            + "publications.",
                    publications,
                    without,
                    cells,
                    primary,
                    hidden,
                    recovered,
                    naiveHidden,
                    naiveRecovered,
                    naiveExact,
                    naiveLeaky);
        }
    }
}
