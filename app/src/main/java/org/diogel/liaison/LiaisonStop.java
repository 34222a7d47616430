package org.diogel.liaison;

import java.util.List;
import org.diogel.consent.Consents;
import org.diogel.messages.Messages;
import org.diogel.report.ReportErased;
import org.diogel.report.ReportHeldBack;
import org.diogel.report.ReportId;
import org.diogel.report.SharingStopped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes packages back at once when she takes sharing back, has the report erased, or the safeguarding
/// lead gets it: in that transaction, so that both happen or neither. What had not been opened is gone
/// from the force's list with it. What had is marked as asked for: nobody reads it here any more, and
/// nobody promises that the force forgets it.
@Component
class LiaisonStop {

    private final PackageStore store;
    private final PackageNoteStore notes;
    private final TreatmentStore treatments;
    private final Ledger ledger;
    private final Messages messages;
    private final Consents consents;

    LiaisonStop(
            PackageStore store,
            PackageNoteStore notes,
            TreatmentStore treatments,
            Ledger ledger,
            Messages messages,
            Consents consents) {
        this.store = store;
        this.notes = notes;
        this.treatments = treatments;
        this.ledger = ledger;
        this.messages = messages;
        this.consents = consents;
    }

    /// She may have taken back a part: what she still agrees to goes on. What she told does not change
    /// once it is sent; that she may agree to more files by now takes nothing away.
    @EventListener
    void on(SharingStopped stopped) {
        for (PackageRow row : locked(stopped.report())) {
            boolean goesOn = consents.isStill(row.report().value(), row.recipient());
            if (!goesOn && row.isOpenTo()) {
                PackageMove.stopping(row.state()).ifPresent(move -> stop(row, move));
            }
        }
    }

    @EventListener
    void on(ReportHeldBack held) {
        for (PackageRow row : locked(held.report())) {
            PackageMove.holdingBack(row.state()).ifPresent(move -> end(row, move));
        }
    }

    /// What is in them goes with the report they were drawn from.
    @EventListener
    void on(ReportErased erased) {
        for (PackageRow row : locked(erased.report())) {
            PackageMove.stopping(row.state())
                    .filter(PackageMove::takesBack)
                    .ifPresent(move -> end(row, move));
            notes.forget(row.id());
        }
        treatments.forget(erased.report());
    }

    /// An officer who opens one at this moment is first or finds that it is not there.
    private List<PackageRow> locked(ReportId report) {
        return store.ofReport(report).stream()
                .flatMap(row -> store.lock(row.id()).stream())
                .toList();
    }

    /// She reads at once what that stopped, and what they have already.
    private void stop(PackageRow row, PackageMove move) {
        int cancelled = end(row, move);
        consents.noteStopped(
                row.report().value(),
                move.takesBack() ? "prepared" : "asked-back",
                row.recipient(),
                cancelled);
    }

    /// @return how many messages about it had not gone and never go
    private int end(PackageRow row, PackageMove move) {
        ledger.move(row, move);
        int cancelled = 0;
        if (move.takesBack()) {
            cancelled = messages.cancel(LiaisonClock.KIND, row.id().value()).stopped();
            if (row.state() == PackageState.SENT) {
                consents.cameBack(
                        row.report().value(), row.recipient(), row.id().value(), row.mark());
            }
        }
        return cancelled;
    }
}
