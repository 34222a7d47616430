package org.diogel.liaison;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.diogel.alert.AlertEnded;
import org.diogel.alert.AlertId;
import org.diogel.consent.Consents;
import org.diogel.report.SharingStopped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A warning that went from hand to hand reaches further than members' pages: whoever got it is told
/// when it is corrected or no longer counts. In the transaction that ends it, so that none is forgotten.
@Component
class WarningWatch {

    private final PackageStore store;
    private final AfterwordStore afterwords;
    private final Ledger ledger;
    private final Consents consents;
    private final Clock clock;

    WarningWatch(
            PackageStore store,
            AfterwordStore afterwords,
            Ledger ledger,
            Consents consents,
            Clock clock) {
        this.store = store;
        this.afterwords = afterwords;
        this.ledger = ledger;
        this.consents = consents;
        this.clock = clock;
    }

    @EventListener
    void on(AlertEnded ended) {
        for (PackageId id : afterwords.bearing(ended.alert().value())) {
            store.lock(id).ifPresent(row -> end(row, ended));
        }
    }

    /// The text of a correction goes no further than she agrees; that the earlier one counts no longer
    /// is said all the same.
    @EventListener
    void on(SharingStopped stopped) {
        for (Afterword one : afterwords.ofReport(stopped.report())) {
            boolean open = one.toldOn() == null && one.correction() != null;
            if (open && !consents.isStill(one.report().value(), one.recipient())) {
                afterwords.withoutText(one.id());
            }
        }
    }

    private void end(PackageRow row, AlertEnded ended) {
        if (row.state() == PackageState.TO_HAND) {
            // It waits again for whatever warning is in force.
            ledger.move(row, PackageMove.OUTLIVE);
        } else if (row.state().hasGone()) {
            UUID correction = Optional.ofNullable(ended.correction()).map(AlertId::value).orElse(null);
            String what = ended.as().name().toLowerCase(Locale.ROOT);
            afterwords.put(row, what, correction, clock.instant());
            store.tellDesk(row.id());
        }
    }
}
