package org.diogel.liaison;

import static org.diogel.liaison.PackageState.HANDED;
import static org.diogel.liaison.PackageState.OPENED;
import static org.diogel.liaison.PackageState.PRINTED;
import static org.diogel.liaison.PackageState.SENT;
import static org.diogel.liaison.PackageState.TAKEN_BACK;
import static org.diogel.liaison.PackageState.TO_HAND;

import java.util.Arrays;
import java.util.Optional;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.jspecify.annotations.Nullable;

/// The life of a package: from where, to where, who may, and what is written down. Where a move ends
/// in the state it began in, she asked for something that had gone.
enum PackageMove {
    PASS(null, SENT, Who.DESK, "passed"),
    PREPARE(null, TO_HAND, Who.DESK, "prepared"),
    OPEN(SENT, OPENED, Who.OFFICER, "opened"),
    /// Nobody of the force is there any more.
    RETURN(SENT, TO_HAND, Who.CLOCK, "returned"),
    PRINT(TO_HAND, PRINTED, Who.DESK, "printed"),
    HAND(PRINTED, HANDED, Who.DESK, "handed"),
    /// The paper was not handed over and is destroyed.
    DESTROY(PRINTED, TAKEN_BACK, Who.DESK, "destroyed"),
    STOP_SENT(SENT, TAKEN_BACK, Who.HER, "stopped"),
    STOP_TO_HAND(TO_HAND, TAKEN_BACK, Who.HER, "stopped"),
    ASK_OPENED(OPENED, OPENED, Who.HER, "asked-back"),
    ASK_PRINTED(PRINTED, PRINTED, Who.HER, "asked-back"),
    ASK_HANDED(HANDED, HANDED, Who.HER, "asked-back"),
    HOLD_SENT(SENT, TAKEN_BACK, Who.LEAD, "held-back"),
    HOLD_TO_HAND(TO_HAND, TAKEN_BACK, Who.LEAD, "held-back"),
    /// The warning that was to be handed over counts no longer.
    OUTLIVE(TO_HAND, TAKEN_BACK, Who.ENDING, "warning-ended");

    /// DESK: a moderator or caseworker. OFFICER: a liaison officer of the force. CLOCK: background
    /// work. HER: the holder of the report, or its erasure. LEAD: whoever gives its report to the
    /// safeguarding lead, she herself included. ENDING: whoever or whatever ends a warning.
    enum Who {
        DESK,
        OFFICER,
        CLOCK,
        HER,
        LEAD,
        ENDING
    }

    final @Nullable PackageState from;
    final PackageState to;
    final Who who;
    final String event;

    PackageMove(@Nullable PackageState from, PackageState to, Who who, String event) {
        this.from = from;
        this.to = to;
        this.who = who;
        this.event = event;
    }

    boolean mayBy(Actor actor) {
        return switch (who) {
            case DESK -> isDesk(actor);
            case OFFICER ->
                    actor instanceof Actor.Person person && person.has(Role.POLICE_LIAISON);
            case CLOCK -> actor instanceof Actor.Task(String name) && name.equals("liaison-clock");
            case HER ->
                    actor instanceof Actor.Holder
                            || actor instanceof Actor.Task(String name) && name.equals("sweep");
            case LEAD ->
                    isDeskOrLead(actor)
                            || actor instanceof Actor.Holder
                            || actor instanceof Actor.Task(String name) && name.equals("child-found");
            case ENDING ->
                    isDeskOrLead(actor)
                            || actor instanceof Actor.Holder
                            || actor instanceof Actor.Task(String name)
                                    && (name.equals("sweep")
                                            || name.equals("alert-clock")
                                            || name.equals("child-found"));
        };
    }

    /// Whether nothing has gone that could be called back.
    boolean takesBack() {
        return to == TAKEN_BACK;
    }

    /// What happens to it when she takes sharing back.
    static Optional<PackageMove> stopping(PackageState state) {
        return Arrays.stream(values())
                .filter(move -> move.who == Who.HER && move.from == state)
                .findFirst();
    }

    /// What happens to it when its report goes to the safeguarding lead; what has gone has gone.
    static Optional<PackageMove> holdingBack(PackageState state) {
        return Arrays.stream(values())
                .filter(move -> move.who == Who.LEAD && move.from == state)
                .findFirst();
    }

    private static boolean isDeskOrLead(Actor actor) {
        return isDesk(actor)
                || actor instanceof Actor.Person person && person.has(Role.SAFEGUARDING_LEAD);
    }

    private static boolean isDesk(Actor actor) {
        return actor instanceof Actor.Person person
                && (person.has(Role.MODERATOR) || person.has(Role.CASEWORKER));
    }
}
