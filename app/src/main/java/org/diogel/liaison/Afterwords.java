package org.diogel.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.alert.Warning;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.report.Reports;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for the desk to tell those who got a warning by hand that it was corrected or no longer
/// counts. The text of a correction goes as it was published, and only while she agrees.
@Service
public class Afterwords {

    private final AfterwordStore store;
    private final Alerts alerts;
    private final Consents consents;
    private final Reports reports;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Afterwords(
            AfterwordStore store,
            Alerts alerts,
            Consents consents,
            Reports reports,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.alerts = alerts;
        this.consents = consents;
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// All that is to be said, longest first.
    public List<Afterword> list() {
        requireDesk();
        return run(store::open);
    }

    /// @throws NotHere when it is not there for this actor
    public Afterword get(UUID id) {
        return run(() -> find(id));
    }

    /// What stands on the paper; empty before somebody took it, and where there is no text to give.
    ///
    /// @throws NotHere when it is not there for this actor
    public Optional<Warning> text(UUID id) {
        Afterword one = get(id);
        if (one.takenAt() == null || one.correction() == null || !mayRead()) {
            return Optional.empty();
        }
        return alerts.open(new AlertId(one.correction())).warning();
    }

    /// Whether the actor may read what warnings say: moderators alone know of warnings.
    public boolean mayRead() {
        return Acting.person().has(Role.MODERATOR);
    }

    /// Takes the paper. Where she no longer agrees, it says only that the earlier one no longer counts.
    ///
    /// @throws Stale when it changed since version `seen`
    /// @throws NotHere when it is not there for this actor
    public void take(UUID id, int seen) {
        run(
                () -> {
                    Afterword one = locked(id, seen);
                    if (one.correction() == null) {
                        store.take(id, clock.instant());
                    } else if (!consents.isStill(one.report().value(), one.recipient())
                            || !reports.maySendStill(one.report())) {
                        store.withoutText(id);
                        store.take(id, clock.instant());
                    } else if (!mayRead()) {
                        throw new NotHere();
                    } else {
                        store.take(id, clock.instant());
                        consents.disclosed(
                                one.report().value(),
                                one.recipient(),
                                "correction",
                                one.correction(),
                                consents.mark(
                                        one.report().value(),
                                        reports.excerpt(one.report(), SharingChoice.WARNING).digest()));
                    }
                    note(one, "afterword-taken");
                    return true;
                });
    }

    /// They were told.
    ///
    /// @param seen the version that stood on the paper
    /// @param how one of [Handing#WAYS]
    /// @throws Stale when it changed since: what they were told is no longer so
    public void told(UUID id, int seen, LocalDate on, String how) {
        run(
                () -> {
                    Afterword one = locked(id, seen);
                    if (!store.told(id, seen, on, how)) {
                        throw new Stale();
                    }
                    note(one, "afterword-told");
                    return true;
                });
    }

    private Afterword locked(UUID id, int seen) {
        requireDesk();
        Afterword one = store.lock(id).orElseThrow(NotHere::new);
        if (one.version() != seen || one.toldOn() != null) {
            throw new Stale();
        }
        return one;
    }

    private Afterword find(UUID id) {
        requireDesk();
        return store.find(id).orElseThrow(NotHere::new);
    }

    private void note(Afterword one, String what) {
        audit.record(AuditEntry.of("liaison." + what, "report", one.report().value(), "package"));
    }

    private static void requireDesk() {
        Actor.Person me = Acting.person();
        if (!me.has(Role.MODERATOR) && !me.has(Role.CASEWORKER)) {
            throw new NotHere();
        }
    }

    private <T> T run(Supplier<T> work) {
        try {
            T result = transaction.execute(_ -> work.get());
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("liaison.look", "package", null));
            throw hidden;
        }
    }
}
