package org.diogel.trust;

import static org.diogel.kernel.Role.ADMINISTRATOR;
import static org.diogel.kernel.Role.DATA_PROTECTION_OFFICER;
import static org.diogel.kernel.Role.SAFEGUARDING_LEAD;
import static org.diogel.trust.Who.has;
import static org.diogel.trust.Who.isOwn;
import static org.diogel.trust.Who.isSubject;
import static org.diogel.trust.Who.isTask;

import java.util.Map;
import org.diogel.kernel.Actor;

/// Who may see what is on hold, why, and what erases: said a second time.
final class RetentionWall {

    private RetentionWall() {}

    static boolean sees(Actor actor, String table, Map<String, Object> row) {
        boolean officer =
                isOwn(actor, row.get("agency"))
                        && (has(actor, DATA_PROTECTION_OFFICER) || has(actor, SAFEGUARDING_LEAD));
        return switch (table) {
            case "access.held" -> officer || isTask(actor) || isSubject(actor, row.get("subject"));
            case "retention.hold" -> officer || isTask(actor, "retention", "outbox", "sweep");
            case "retention.rule", "retention.run" ->
                    isTask(actor, "retention")
                            || has(actor, DATA_PROTECTION_OFFICER)
                            || has(actor, ADMINISTRATOR);
            default -> throw new AssertionError(table);
        };
    }

    static boolean isHeld(WallRules rules, Object report) {
        return rules.everything().get("access.held").stream()
                .anyMatch(held -> held.get("subject").equals(report));
    }
}
