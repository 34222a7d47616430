package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Works out of published tables, without knowing the truth, what anybody can: small counts that
/// are shown, hidden counts that a total gives away, alone or several totals together, and small
/// changes since an earlier release.
///
/// A hidden count that can be worked out exactly is always listed, whatever it is, for it no longer
/// hides anything. One that is only bounded is listed where the bounds are narrower than the rules
/// allow and the count may be small. A small grand total is shown by custom and is not listed.
public final class Auditor {

    private final List<Published> tables;
    private final List<Published> earlier;
    private final AuditRules rules;

    private Auditor(List<Published> tables, List<Published> earlier, AuditRules rules) {
        this.tables = List.copyOf(tables);
        this.earlier = List.copyOf(earlier);
        this.rules = rules;
    }

    /// @param tables published together; the same codes in two of them are the same count
    /// @param earlier published before; where no count shown then is shown differently now they are
    ///   taken to be of the same people, and where counts have only grown, to be of some of them
    /// @throws Contradiction when no whole numbers of at least 0 fit
    public static Audit audit(List<Published> tables, List<Published> earlier, AuditRules rules)
            throws Contradiction {
        return new Auditor(tables, earlier, rules).audit();
    }

    private Audit audit() throws Contradiction {
        Evidence evidence = Evidence.of(tables, earlier);
        Facts facts = evidence.facts(0);
        List<Finding> findings = findings(evidence, facts, 0);
        Set<Long> listed = keys(findings);
        List<Audit.Crowd> crowds =
                Crowds.find(evidence, facts, rules).stream()
                        .filter(c -> c.cells().stream().allMatch(i -> listed.contains(key(c.table(), i))))
                        .toList();
        return new Audit(rules, findings, neverZero(evidence, findings), crowds);
    }

    private List<Finding> neverZero(Evidence evidence, List<Finding> findings)
            throws Contradiction {
        if (!evidence.hides()) {
            return List.of();
        }
        Set<Long> listed = keys(findings);
        try {
            return findings(evidence, evidence.facts(1), 1).stream()
                    .filter(f -> !listed.contains(key(f.table(), f.cell())))
                    .toList();
        } catch (Contradiction e) {
            if (rules.hiddenFrom() == 1) {
                throw e;
            }
            // Some blank here is a zero: nothing more follows.
            return List.of();
        }
    }

    private static Set<Long> keys(List<Finding> findings) {
        Set<Long> keys = new HashSet<>();
        findings.forEach(f -> keys.add(key(f.table(), f.cell())));
        return keys;
    }

    private static long key(int table, int cell) {
        return ((long) table << 32) + cell;
    }

    private List<Finding> findings(Evidence evidence, Facts facts, int hiddenFrom)
            throws Contradiction {
        facts.conclude();
        @Nullable String[] how = new String[facts.low.length];
        boolean[] hidden = evidence.hidden();
        for (int cell = 0; cell < how.length; cell++) {
            if (hidden[cell] && tooNarrow(facts, cell)) {
                how[cell] = facts.how(cell);
            }
        }
        Reach.narrow(facts, hidden, rules, evidence::place);
        List<Finding> findings = new ArrayList<>();
        Set<Integer> listed = new HashSet<>();
        for (int t = 0; t < evidence.tables().size(); t++) {
            Published table = evidence.tables().get(t);
            for (int i = 0; i < table.shown().size(); i++) {
                int cell = evidence.at(t, i);
                Finding finding =
                        switch (table.shown().get(i)) {
                            case COUNT -> shown(evidence, t, i, facts, cell);
                            case SHARE -> share(t, i, facts, cell);
                            case HIDDEN -> hidden(evidence, t, i, facts, cell, how[cell]);
                            case ABSENT -> null;
                        };
                if (finding != null && listed.add(cell)) {
                    findings.add(finding);
                }
            }
        }
        if (hiddenFrom == 0) {
            findings.addAll(evidence.changes(facts, rules));
        }
        return findings;
    }

    private boolean tooNarrow(Facts facts, int cell) {
        return rules.tooNarrow(facts.low[cell], facts.high[cell]);
    }

    private @Nullable Finding shown(Evidence evidence, int t, int i, Facts facts, int cell) {
        long count = facts.low[cell];
        if (!rules.small(count) || i == 0 || t >= tables.size()) {
            return null;
        }
        return new Finding(
                Finding.Kind.SHOWN, t, i, count, count, "it is shown in " + evidence.name(t));
    }

    private @Nullable Finding share(int t, int i, Facts facts, int cell) {
        long low = facts.low[cell];
        long high = facts.high[cell];
        boolean small = low == high ? rules.small(low) : rules.small(low, high);
        return small || (low != high && rules.tooNarrow(low, high))
                ? new Finding(Finding.Kind.SHOWN, t, i, low, high, facts.how(cell))
                : null;
    }

    private @Nullable Finding hidden(
            Evidence evidence, int t, int i, Facts facts, int cell, @Nullable String before) {
        if (!tooNarrow(facts, cell)) {
            return null;
        }
        String elsewhere = evidence.shownElsewhere(cell);
        String how = elsewhere != null ? elsewhere : before != null ? before : facts.how(cell);
        return new Finding(Finding.Kind.RECOVERED, t, i, facts.low[cell], facts.high[cell], how);
    }
}
