package org.diogel.trust;

import java.util.Arrays;
import java.util.UUID;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;

/// Who somebody is, as the rows of the tables name them.
final class Who {

    private Who() {}

    static boolean answers(Actor actor) {
        return has(actor, Role.MODERATOR)
                || has(actor, Role.CASEWORKER)
                || has(actor, Role.SAFEGUARDING_LEAD);
    }

    static boolean isParty(Actor actor, Object party) {
        return isOwn(actor, party) || isAccount(actor, party);
    }

    static boolean isOwn(Actor actor, Object agency) {
        return actor instanceof Actor.Person person && person.agency().toString().equals(agency);
    }

    static boolean isAccount(Actor actor, Object account) {
        return actor instanceof Actor.Person person && person.account().toString().equals(account);
    }

    static boolean isSubject(Actor actor, Object subject) {
        return actor instanceof Actor.Holder(UUID held, boolean _)
                && held.toString().equals(subject);
    }

    static boolean hasSecond(Actor actor, Object subject) {
        return isSubject(actor, subject) && ((Actor.Holder) actor).second();
    }

    static boolean isTask(Actor actor, String... names) {
        return actor instanceof Actor.Task task
                && (names.length == 0 || Arrays.asList(names).contains(task.name()));
    }

    static boolean has(Actor actor, Role role) {
        return actor instanceof Actor.Person person && person.has(role);
    }
}
