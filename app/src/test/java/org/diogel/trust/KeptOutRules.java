package org.diogel.trust;

import java.util.Map;
import org.diogel.kernel.Actor;

/// Whoever is kept out of a report sees no row of it in any table, whatever her role: said a second time.
final class KeptOutRules {

    private KeptOutRules() {}

    static boolean isShut(WallRules rules, Actor actor, String table, Map<String, Object> row) {
        Object report = report(rules, table, row);
        boolean own = table.equals("messages.delivery") && Who.isAccount(actor, row.get("account"));
        return report != null
                && !own
                && rules.everything().get("access.kept_out").stream()
                        .filter(out -> out.get("subject").equals(report))
                        .filter(out -> out.get("ended_at") == null)
                        .anyMatch(out -> Who.isParty(actor, out.get("party")));
    }

    /// The report a row is part of; null for what is part of none. Who was granted or refused what is no
    /// part of it, and the record of looks shows data protection officers ids alone.
    private static Object report(WallRules rules, String table, Map<String, Object> row) {
        return switch (table) {
            case "report.report" -> row.get("id");
            case "messages.delivery" -> row.get("origin");
            case "evidence.piece" -> rules.find("evidence.file", row.get("file")).get("report");
            case "consent.subject", "consent.statement", "consent.agreed", "consent.disclosure",
                    "consent.supplement", "consent.stopped", "retention.hold" ->
                    row.get("subject");
            default -> {
                String feature = table.substring(0, table.indexOf('.'));
                String parent = Map.of("alert", "alert", "liaison", "package", "safeguarding", "duty")
                        .getOrDefault(feature, "");
                yield row.get("report") != null || row.get(parent) == null || feature.equals("checker")
                        ? row.get("report")
                        : rules.find(feature + "." + parent, row.get(parent)).get("report");
            }
        };
    }
}
