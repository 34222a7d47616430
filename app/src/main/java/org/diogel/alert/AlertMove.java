package org.diogel.alert;

import static org.diogel.alert.AlertState.CORRECTED;
import static org.diogel.alert.AlertState.DRAFT;
import static org.diogel.alert.AlertState.EXPIRED;
import static org.diogel.alert.AlertState.PROPOSED;
import static org.diogel.alert.AlertState.PUBLISHED;
import static org.diogel.alert.AlertState.WITHDRAWN;

import java.util.Arrays;
import java.util.Optional;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;

/// The life of a warning: from where, to where, who may, and what is written down.
enum AlertMove {
    PROPOSE(DRAFT, PROPOSED, Who.MODERATOR, "proposed"),
    RETURN(PROPOSED, DRAFT, Who.MODERATOR, "returned"),
    PUBLISH(PROPOSED, PUBLISHED, Who.ANOTHER, "published"),
    PUBLISH_ALONE(PROPOSED, PUBLISHED, Who.MODERATOR, "published-alone"),
    CONFIRM(PUBLISHED, PUBLISHED, Who.ANOTHER, "confirmed"),
    CORRECT(PUBLISHED, CORRECTED, Who.MODERATOR, "corrected"),
    DISCARD_DRAFT(DRAFT, WITHDRAWN, Who.MODERATOR, "withdrawn"),
    DISCARD_PROPOSED(PROPOSED, WITHDRAWN, Who.MODERATOR, "withdrawn"),
    WITHDRAW(PUBLISHED, WITHDRAWN, Who.MODERATOR, "withdrawn"),
    STOP_DRAFT(DRAFT, WITHDRAWN, Who.HER, "stopped"),
    STOP_PROPOSED(PROPOSED, WITHDRAWN, Who.HER, "stopped"),
    STOP(PUBLISHED, WITHDRAWN, Who.HER, "stopped"),
    HOLD_DRAFT(DRAFT, WITHDRAWN, Who.DESK, "held-back"),
    HOLD_PROPOSED(PROPOSED, WITHDRAWN, Who.DESK, "held-back"),
    HOLD(PUBLISHED, WITHDRAWN, Who.DESK, "held-back"),
    EXPIRE(PUBLISHED, EXPIRED, Who.CLOCK, "expired"),
    LAPSE(PUBLISHED, EXPIRED, Who.CLOCK, "lapsed");

    /// MODERATOR: anybody of the desk. ANOTHER: a moderator who neither wrote nor proposed it. HER:
    /// the holder of the report, or its erasure. DESK: whoever gives its report to the safeguarding
    /// lead, she herself included. CLOCK: time.
    enum Who {
        MODERATOR,
        ANOTHER,
        HER,
        DESK,
        CLOCK
    }

    final AlertState from;
    final AlertState to;
    final Who who;
    final String event;

    AlertMove(AlertState from, AlertState to, Who who, String event) {
        this.from = from;
        this.to = to;
        this.who = who;
        this.event = event;
    }

    /// @param tookPart whether the actor wrote any of it or proposed it
    boolean mayBy(Actor actor, boolean tookPart) {
        return switch (who) {
            case MODERATOR -> isModerator(actor);
            case ANOTHER -> isModerator(actor) && !tookPart;
            case HER ->
                    actor instanceof Actor.Holder
                            || actor instanceof Actor.Task(String name) && name.equals("sweep");
            case DESK ->
                    isModerator(actor)
                            || actor instanceof Actor.Holder
                            || actor instanceof Actor.Task(String name) && name.equals("child-found")
                            || actor instanceof Actor.Person person
                                    && (person.has(Role.CASEWORKER)
                                            || person.has(Role.SAFEGUARDING_LEAD));
            case CLOCK -> actor instanceof Actor.Task(String name) && name.equals("alert-clock");
        };
    }

    /// The move that takes this state to an end on her behalf.
    static Optional<AlertMove> stopping(AlertState state) {
        return of(state, "stopped");
    }

    /// The move by which it ends when its report goes to the safeguarding lead.
    static Optional<AlertMove> holdingBack(AlertState state) {
        return of(state, "held-back");
    }

    /// The move by which a moderator takes it back.
    static Optional<AlertMove> withdrawing(AlertState state) {
        return of(state, "withdrawn");
    }

    private static Optional<AlertMove> of(AlertState state, String event) {
        return Arrays.stream(values())
                .filter(move -> move.from == state && move.event.equals(event))
                .findFirst();
    }

    private static boolean isModerator(Actor actor) {
        return actor instanceof Actor.Person person && person.has(Role.MODERATOR);
    }
}
