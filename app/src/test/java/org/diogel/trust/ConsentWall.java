package org.diogel.trust;

import static org.diogel.trust.Who.has;
import static org.diogel.trust.Who.isTask;

import java.util.Map;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;

/// Who may see what of her agreements, of what went and of what taking back stopped.
final class ConsentWall {

    private ConsentWall() {}

    static boolean sees(WallRules rules, Actor actor, String table, Map<String, Object> row) {
        Object subject = row.get("subject");
        return switch (table) {
            case "consent.subject" -> rules.seesSubject(actor, subject);
            case "consent.statement", "consent.agreed" ->
                    isTask(actor) || rules.readsAgreement(actor, subject);
            case "consent.disclosure" ->
                    rules.readsAgreement(actor, subject)
                            && !hides(rules, actor, subject)
                            && (row.get("ground") == null
                                    || (actor instanceof Actor.Person
                                            ? has(actor, Role.SAFEGUARDING_LEAD)
                                            : row.get("told").equals(true)));
            case "consent.stopped" ->
                    rules.readsAgreement(actor, subject) && !hides(rules, actor, subject);
            default -> throw new AssertionError(table);
        };
    }

    private static boolean hides(WallRules rules, Actor actor, Object subject) {
        return actor instanceof Actor.Holder && isSafePlace(rules, subject);
    }

    /// A worker alone shows what went and who looked.
    static boolean isSafePlace(WallRules rules, Object subject) {
        return rules.everything().get("consent.subject").stream()
                .anyMatch(
                        row ->
                                row.get("subject").equals(subject)
                                        && row.get("safe_place").equals(true));
    }
}
