package org.diogel.trust;

import static org.diogel.kernel.Role.DATA_PROTECTION_OFFICER;
import static org.diogel.kernel.Role.SAFEGUARDING_LEAD;
import static org.diogel.trust.Who.has;
import static org.diogel.trust.Who.isAccount;
import static org.diogel.trust.Who.isOwn;
import static org.diogel.trust.Who.isParty;
import static org.diogel.trust.Who.isSubject;
import static org.diogel.trust.Who.isTask;

import java.util.Map;
import org.diogel.kernel.Actor;

/// Who sees grants, and what was opened in an emergency.
final class EmergencyWall {

    private EmergencyWall() {}

    static boolean sees(WallRules rules, Actor actor, String table, Map<String, Object> row) {
        return switch (table) {
            case "access.grants" -> seesGrant(actor, row);
            case "emergency.opening" -> seesOpening(rules, actor, row);
            default -> seesTie(rules, actor, table, row);
        };
    }

    private static boolean seesGrant(Actor actor, Map<String, Object> row) {
        return isTask(actor) || isSubject(actor, row.get("subject")) || isParty(actor, row.get("party"));
    }

    /// Whoever opened it, officers of both agencies, leads of the desk that answers it.
    private static boolean seesOpening(WallRules rules, Actor actor, Map<String, Object> row) {
        boolean concerns = isOwn(actor, row.get("agency")) || isOwn(actor, row.get("from_agency"));
        return isTask(actor, "emergencies", "outbox")
                || isAccount(actor, row.get("account"))
                || has(actor, DATA_PROTECTION_OFFICER) && (concerns || row.get("anybody").equals(true))
                || has(actor, SAFEGUARDING_LEAD)
                        && isOwn(actor, row.get("agency"))
                        && rules.hasGrant(actor, row.get("report"));
    }

    /// One's own list, and for the sweep its keys.
    private static boolean seesTie(WallRules rules, Actor actor, String table, Map<String, Object> row) {
        return table.equals("access.tie")
                ? isTask(actor, "sweep") || isAccount(actor, row.get("account"))
                : isAccount(actor, rules.find("access.tie", row.get("tie")).get("account"));
    }
}
