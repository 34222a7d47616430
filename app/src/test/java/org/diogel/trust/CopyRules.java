package org.diogel.trust;

import static org.diogel.kernel.Role.DATA_PROTECTION_OFFICER;
import static org.diogel.kernel.Role.SAFEGUARDING_LEAD;

import java.util.Map;
import org.diogel.kernel.Actor;

/// Who sees which row of copies, said a second time.
final class CopyRules {

    private CopyRules() {}

    static boolean sees(WallRules rules, Actor actor, String table, Map<String, Object> row) {
        return switch (table) {
            case "subjectaccess.request" ->
                    Who.isTask(actor, "copies", "outbox", "sweep")
                            || asksForHerself(actor, row)
                            || deals(actor, row);
            case "subjectaccess.piece" ->
                    Who.isTask(actor, "copies", "sweep") || deals(actor, request(rules, row));
            case "subjectaccess.pack" ->
                    Who.isTask(actor, "copies", "sweep")
                            || AlertTimes.isAhead(row.get("ends_at"))
                                    && (deals(actor, request(rules, row))
                                            || asksForHerself(actor, request(rules, row)));
            case "subjectaccess.asked" ->
                    Who.isTask(actor, "copies", "outbox", "sweep") || writes(actor, row);
            case "subjectaccess.asked_event" ->
                    writes(actor, rules.find("subjectaccess.asked", row.get("asked")));
            case "subjectaccess.event" -> deals(actor, request(rules, row));
            default -> throw new AssertionError("No rule says who sees " + table);
        };
    }

    /// The agency of a row; null for a table of another feature.
    static Object owner(WallRules rules, String table, Map<String, Object> row) {
        if (table.equals("subjectaccess.asked_event")) {
            return rules.find("subjectaccess.asked", row.get("asked")).get("agency");
        }
        return table.startsWith("subjectaccess.") && row.get("request") != null
                ? request(rules, row).get("agency")
                : row.get("agency");
    }

    private static boolean writes(Actor actor, Map<String, Object> asked) {
        return Who.isOwn(actor, asked.get("agency"))
                && (Who.has(actor, DATA_PROTECTION_OFFICER) || Who.has(actor, SAFEGUARDING_LEAD));
    }

    private static boolean deals(Actor actor, Map<String, Object> request) {
        return Who.has(actor, DATA_PROTECTION_OFFICER) && Who.isOwn(actor, request.get("agency"));
    }

    private static boolean asksForHerself(Actor actor, Map<String, Object> request) {
        return request.get("kind").equals("report")
                ? Who.hasSecond(actor, request.get("subject"))
                : Who.isAccount(actor, request.get("subject"));
    }

    private static Map<String, Object> request(WallRules rules, Map<String, Object> row) {
        return rules.find("subjectaccess.request", row.get("request"));
    }
}
