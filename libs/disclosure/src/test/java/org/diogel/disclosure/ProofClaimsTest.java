package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.diogel.disclosure.IndependentAttacker.Interval;
import org.junit.jupiter.api.Test;

/// What a proof says of its pattern, found again without the library.
class ProofClaimsTest {

    /// A linear program's interval may be wider than that in whole numbers, but only where it is
    /// wide; where it is thin the proof has to say exactly what the attacker finds.
    @Test
    void intervalsAreTheAttackers() throws NoPatternException {
        int same = 0;
        int asked = 0;
        for (long seed = 1; seed <= 70; seed++) {
            Sample sample = Sample.of(seed);
            if (!sample.before().isEmpty() || !hasPattern(sample)) {
                continue;
            }
            Protection protection = protect(sample);
            List<Release> releases = new ArrayList<>();
            for (int t = 0; t < sample.tables().size(); t++) {
                boolean[] hidden = protection.hidden().get(t);
                releases.add(Tables.published(sample.tables().get(t), hidden));
                assertThat(protection.release(t)).isEqualTo(releases.get(t));
            }
            IndependentAttacker attacker =
                    new IndependentAttacker(Knowledge.of(releases, sample.zerosShown() ? 1 : 0));
            assertThat(protection.cells())
                    .hasSize(releases.stream().mapToInt(Tables::hidden).sum());
            for (HiddenCell cell : protection.cells()) {
                Table table = sample.tables().get(cell.table());
                Interval found = attacker.interval(table.shape(), cell.cell());
                assertThat(cell.primary()).isEqualTo(Sample.primary(table)[cell.cell()]);
                assertThat(cell.low()).as(cell + " seed " + seed).isLessThanOrEqualTo(found.low());
                assertThat(cell.high())
                        .as(cell + " seed " + seed)
                        .isGreaterThanOrEqualTo(found.high());
                asked++;
                same += found.equals(new Interval(cell.low(), cell.high())) ? 1 : 0;
            }
        }
        System.out.println("Intervals found again: " + same + " of " + asked + ".");
        assertThat(same).isGreaterThan(asked * 98 / 100);
    }

    /// On tables of a dozen cells every pattern can be tried.
    @Test
    void noPatternLosesLess() throws NoPatternException {
        int tried = 0;
        for (int seed = 1; seed <= 24; seed++) {
            Tables tables = new Tables(3000 + seed);
            Dimension first = tables.flat("a", 2, 2);
            Dimension second = tables.flat("b", 2, 3);
            Sample sample =
                    new Sample(
                            seed,
                            Sample.Kind.FLAT,
                            List.of(),
                            List.of(tables.table("tiny", List.of(first, second), 5)),
                            1 + seed % 2,
                            seed % 3 == 0,
                            seed % 2 == 0);
            if (!hasPattern(sample)) {
                continue;
            }
            Proof proof = protect(sample).proof();
            assertThat(proof.gap()).isZero();
            assertThat(proof.value()).as("seed " + seed).isEqualTo(least(sample));
            tried++;
        }
        assertThat(tried).isGreaterThan(12);
    }

    private static long least(Sample sample) {
        Table table = sample.tables().getFirst();
        boolean[] primary = Sample.primary(table);
        long least = Long.MAX_VALUE;
        for (int pattern = 0; pattern < 1 << (primary.length - 1); pattern++) {
            boolean[] hidden = primary.clone();
            long lost = 0;
            boolean allowed = true;
            for (int c = 1; c < hidden.length; c++) {
                boolean more = (pattern >> (c - 1) & 1) == 1;
                allowed &= !more || !(hidden[c] || (sample.zerosShown() && table.value(c) == 0));
                hidden[c] |= more;
                lost += hidden[c] ? (sample.smallestSum() ? table.value(c) : 1) : 0;
            }
            if (allowed
                    && lost < least
                    && Verdict.on(sample, List.of(), List.of(Tables.published(table, hidden)))
                            .recovered()
                            .isEmpty()) {
                least = lost;
            }
        }
        return least;
    }

    private static boolean hasPattern(Sample sample) {
        try {
            return protect(sample).tables().size() == sample.tables().size();
        } catch (NoPatternException e) {
            return false;
        }
    }

    private static Protection protect(Sample sample) throws NoPatternException {
        return Protector.protect(sample.tables(), List.of(), sample.rules());
    }
}
