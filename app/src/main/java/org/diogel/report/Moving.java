package org.diogel.report;

import java.time.Clock;
import java.time.Instant;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Moves a report from one state to another: its row, its clock, and in the same transaction what was
/// made of it where it goes to the safeguarding lead.
@Service
public class Moving {

    private final ReportStore store;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moving(ReportStore store, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @throws Stale when the report is no longer as it was read
    void move(Row row, ReportMove move) {
        if (!store.move(row, move, clock.instant(), due(row, move.to))) {
            throw new Stale();
        }
        if (move.holdsBack()) {
            events.publishEvent(new ReportHeldBack(row.id()));
        }
    }

    /// Gives a report to the safeguarding lead of its desk because she herself, or somebody who was given
    /// a part of it, says that a child may be at risk. Whatever was decided before: the alarm rings anew.
    /// A draft waits once it is sent. One that is being erased is seen by nobody, and waits if she keeps
    /// it after all.
    ///
    /// @throws NotHere when it is not there for this actor
    @Transactional(propagation = Propagation.MANDATORY)
    public void callLead(ReportId id) {
        Row row = store.lock(id).orElseThrow(NotHere::new);
        if (row.isDraft() || row.eraseAfter() != null) {
            return;
        }
        ReportMove move = ReportMove.calling(row.state());
        store.addEvent(id, move.event, clock.instant());
        audit.record(AuditEntry.of("report." + move.event, "report", id.value(), "state"));
        move(row, move);
    }

    /// A clock that begins anew, or null where it goes on.
    private @Nullable Instant due(Row row, ReportState to) {
        Severity severity = row.severity() == null ? Severity.RISKY : row.severity();
        return switch (to) {
            case SENT -> clock.instant().plus(severity.within());
            case WAITING -> clock.instant().plus(Severity.WAITING);
            default -> null;
        };
    }
}
