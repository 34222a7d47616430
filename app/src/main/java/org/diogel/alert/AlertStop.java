package org.diogel.alert;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.messages.Cancelled;
import org.diogel.messages.Messages;
import org.diogel.report.ReportErased;
import org.diogel.report.ReportHeldBack;
import org.diogel.report.ReportId;
import org.diogel.report.SharingStopped;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ends every warning of a report at once when she takes sharing back, has the report erased, or the
/// safeguarding lead gets it: in that transaction, so that both happen or neither.
@Component
class AlertStop {

    private final AlertStore store;
    private final NoteStore notes;
    private final Contents contents;
    private final Messages messages;
    private final Consents consents;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertStop(
            AlertStore store,
            NoteStore notes,
            Contents contents,
            Messages messages,
            Consents consents,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.contents = contents;
        this.messages = messages;
        this.consents = consents;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// She reads at once what that stopped.
    @EventListener
    void on(SharingStopped stopped) {
        UUID subject = stopped.report().value();
        for (AlertRow row : store.ofReport(stopped.report())) {
            AlertMove.stopping(row.state())
                    .filter(move -> store.end(row.id(), move, clock.instant()))
                    .ifPresent(
                            move -> {
                                int messages = ended(row.id(), move);
                                consents.noteStopped(
                                        subject,
                                        row.state() == AlertState.PUBLISHED ? "published" : "unpublished",
                                        Publishing.MEMBERS,
                                        messages);
                            });
        }
    }

    @EventListener
    void on(ReportHeldBack held) {
        endAll(held.report(), AlertMove::holdingBack);
    }

    /// The texts and the reasons go with the report they were drawn from.
    @EventListener
    void on(ReportErased erased) {
        endAll(erased.report(), AlertMove::stopping);
        store.ofReport(erased.report()).forEach(row -> notes.forget(row.id()));
    }

    private void endAll(ReportId report, Function<AlertState, Optional<AlertMove>> ending) {
        for (AlertRow row : store.ofReport(report)) {
            ending.apply(row.state())
                    .filter(move -> store.end(row.id(), move, clock.instant()))
                    .ifPresent(move -> ended(row.id(), move));
        }
    }

    /// @return how many messages about it had not gone and never go
    private int ended(AlertId id, AlertMove move) {
        Cancelled cancelled = messages.cancel(AlertClock.KIND, id.value());
        contents.note(id, move.event, null, cancelled);
        events.publishEvent(new AlertEnded(id, move.to, null));
        audit.record(AuditEntry.of("alert." + move.event, "alert", id.value(), "state"));
        return cancelled.stopped();
    }
}
