package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.List;

/// What the independent attacker makes of a publication: which small counts she can work out.
///
/// @param primary how many small counts were asked after
/// @param exact how many of them are known exactly
/// @param recovered one sentence for every one that is known more narrowly than it may be
record Verdict(int primary, int exact, List<String> recovered) {

    private static final String BEFORE = "before";
    private static final String CHANGE = "change";

    /// @param earlier as published before, in the order of the sample's tables
    /// @param now as it is to be published
    static Verdict on(Sample sample, List<Release> earlier, List<Release> now) {
        long from = sample.zerosShown() ? 1 : 0;
        boolean grown = sample.kind() == Sample.Kind.GROWN;
        String before = grown ? BEFORE : Knowledge.NOW;
        Knowledge knowledge = new Knowledge(from);
        earlier.forEach(release -> knowledge.add(before, release));
        now.forEach(release -> knowledge.add(Knowledge.NOW, release));
        if (grown) {
            knowledge.grew(BEFORE, Knowledge.NOW, CHANGE);
        }
        Verdict verdict = new Verdict(0, 0, new ArrayList<>());
        IndependentAttacker attacker = new IndependentAttacker(knowledge);
        for (Table table : sample.before()) {
            verdict = verdict.ask(attacker, knowledge, before, table, sample.width());
        }
        for (Table table : sample.tables()) {
            verdict = verdict.ask(attacker, knowledge, Knowledge.NOW, table, sample.width());
        }
        if (grown) {
            Table after = sample.tables().getFirst();
            long[] change = after.values().clone();
            for (int c = 0; c < change.length; c++) {
                change[c] -= sample.before().getFirst().value(c);
            }
            verdict = verdict.ask(attacker, knowledge, CHANGE, new Table(after.shape(), change), 1);
        }
        return verdict;
    }

    private Verdict ask(
            IndependentAttacker attacker,
            Knowledge knowledge,
            String moment,
            Table table,
            long width) {
        List<String> found = new ArrayList<>(recovered);
        boolean[] small = Sample.primary(table);
        int asked = 0;
        int known = 0;
        for (int c = 0; c < small.length; c++) {
            if (!small[c]) {
                continue;
            }
            asked++;
            int count = knowledge.at(moment, table.shape(), c);
            if (attacker.narrower(count, width)) {
                known += attacker.interval(count).width() == 0 ? 1 : 0;
                found.add(
                        moment
                                + " "
                                + table.shape().codes(c)
                                + " = "
                                + table.value(c)
                                + " is "
                                + attacker.interval(count));
            }
        }
        return new Verdict(primary + asked, exact + known, found);
    }
}
