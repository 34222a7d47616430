package org.diogel.trust;

import java.util.List;
import java.util.Map;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;

/// Who may see what of the log over the record. Hashes and signed lines say nothing of anybody; where a
/// row stands is for whoever may read the row.
final class LedgerWall {

    private LedgerWall() {}

    static boolean sees(WallRules rules, Actor actor, String table, Map<String, Object> row) {
        boolean sequencer = actor.equals(new Actor.Task("sequencer"));
        return switch (table) {
            case "audit.pending" -> sequencer;
            case "audit.line" ->
                    sequencer
                            || rules.sees(
                                    actor, "audit.entry", rules.find("audit.entry", row.get("entry")));
            case "audit.tile" -> sequencer || proves(actor);
            case "audit.checkpoint" ->
                    sequencer || proves(actor) || actor.equals(new Actor.Task("checkpoint"));
            default -> throw new AssertionError(table);
        };
    }

    private static boolean proves(Actor actor) {
        return switch (actor) {
            case Actor.Person person ->
                    List.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER).stream()
                            .anyMatch(person::has);
            case Actor.Holder holder -> holder.second();
            default -> false;
        };
    }
}
