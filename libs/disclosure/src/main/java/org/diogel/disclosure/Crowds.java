package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds small counts that are not known exactly one by one, but of which most must be the same: of
/// sixteen that are 1 or 2 and make 19 at most, at least thirteen are 1.
final class Crowds {

    private Crowds() {}

    static List<Audit.Crowd> find(Evidence evidence, Facts facts, AuditRules rules) {
        Map<List<Integer>, Audit.Crowd> best = new LinkedHashMap<>();
        for (Equation equation : facts.equations) {
            Map<Long, List<Integer>> byLeast = new TreeMap<>();
            for (int part : equation.parts()) {
                long low = facts.low[part];
                if (!facts.known(part) && rules.small(low, facts.high[part])) {
                    byLeast.computeIfAbsent(low, l -> new ArrayList<>()).add(part);
                }
            }
            byLeast.forEach((least, crowd) -> {
                Audit.Crowd found = crowd(evidence, facts, equation, crowd, least);
                if (found != null) {
                    best.merge(found.cells(), found, (a, b) -> a.atLeast() >= b.atLeast() ? a : b);
                }
            });
        }
        return List.copyOf(best.values());
    }

    private static Audit.@org.jspecify.annotations.Nullable Crowd crowd(
            Evidence evidence, Facts facts, Equation equation, List<Integer> crowd, long least) {
        long whole = facts.high[equation.whole()];
        List<Long> others =
                Arrays.stream(equation.parts())
                        .filter(p -> !crowd.contains(p))
                        .mapToObj(p -> facts.low[p])
                        .toList();
        long most = whole - others.stream().mapToLong(Long::longValue).sum();
        long more = most - least * crowd.size();
        if (whole >= Facts.UNLIMITED || crowd.size() < 2 || more >= crowd.size()) {
            return null;
        }
        int table = evidence.first(crowd.getFirst())[0];
        return new Audit.Crowd(
                table,
                crowd.stream().map(c -> evidence.first(c)[1]).toList(),
                (int) (crowd.size() - more),
                least,
                Sums.minus(whole, others)
                        + " = "
                        + most
                        + " at most for "
                        + crowd.size()
                        + ", each at least "
                        + least);
    }
}
