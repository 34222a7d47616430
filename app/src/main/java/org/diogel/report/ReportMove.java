package org.diogel.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.kernel.Role;

/// Every way a report may go from one state to another, who may do it, and the event written down.
/// An empty set of roles: the holder, or work of the system.
enum ReportMove {
    SEND(ReportState.DRAFT, ReportState.SENT, "sent"),
    SEND_TO_WAIT(ReportState.DRAFT, ReportState.WAITING, "waiting"),
    RELEASE(ReportState.WAITING, ReportState.SENT, "released", Role.SAFEGUARDING_LEAD),
    HOLD(ReportState.WAITING, ReportState.HELD, "held", Role.SAFEGUARDING_LEAD),
    HOLD_SENT(ReportState.SENT, ReportState.HELD, "held", Role.SAFEGUARDING_LEAD),
    HOLD_CLOSED(ReportState.CLOSED, ReportState.HELD, "held", Role.SAFEGUARDING_LEAD),
    RELEASE_LATER(ReportState.HELD, ReportState.SENT, "released", Role.SAFEGUARDING_LEAD),
    PASS(
            ReportState.SENT,
            ReportState.WAITING,
            "passed",
            Role.MODERATOR,
            Role.CASEWORKER,
            Role.SAFEGUARDING_LEAD),
    PASS_CLOSED(
            ReportState.CLOSED,
            ReportState.WAITING,
            "passed",
            Role.MODERATOR,
            Role.CASEWORKER,
            Role.SAFEGUARDING_LEAD),
    /// Something new says that a child may be at risk: the lead decides once more.
    CALL_HELD(ReportState.HELD, ReportState.WAITING, "passed"),
    CALL_AGAIN(ReportState.WAITING, ReportState.WAITING, "passed"),
    CLOSE(ReportState.SENT, ReportState.CLOSED, "closed", Role.MODERATOR, Role.CASEWORKER),
    REOPEN(ReportState.CLOSED, ReportState.SENT, "reopened", Role.MODERATOR, Role.CASEWORKER);

    final ReportState from;
    final ReportState to;
    final String event;
    final Set<Role> roles;

    ReportMove(ReportState from, ReportState to, String event, Role... roles) {
        this.from = from;
        this.to = to;
        this.event = event;
        this.roles = roles.length == 0 ? Set.of() : EnumSet.copyOf(List.of(roles));
    }

    /// Whether it takes a report out of the desk's hands: what was made of it is taken back.
    boolean holdsBack() {
        return (from == ReportState.SENT || from == ReportState.CLOSED)
                && (to == ReportState.WAITING || to == ReportState.HELD);
    }

    /// The move of somebody who answers between two states, if there is one.
    static Optional<ReportMove> between(ReportState from, ReportState to) {
        return Arrays.stream(values())
                .filter(m -> m.from == from && m.to == to && !m.roles.isEmpty())
                .findFirst();
    }

    /// The move by which a report that was sent goes to the safeguarding lead, wherever it is.
    static ReportMove calling(ReportState from) {
        return switch (from) {
            case SENT -> PASS;
            case CLOSED -> PASS_CLOSED;
            case HELD -> CALL_HELD;
            case WAITING -> CALL_AGAIN;
            case DRAFT -> throw new IllegalArgumentException("A draft waits once it is sent");
        };
    }
}
