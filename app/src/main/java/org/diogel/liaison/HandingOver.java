package org.diogel.liaison;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.consent.NotAgreed;
import org.diogel.evidence.DeskFiles;
import org.diogel.report.Reports;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for the moderators and caseworkers of a desk once something is passed on: handing over what
/// nobody receives here, what came of that, answering the force.
@Service
public class HandingOver {

    private final PackageStore store;
    private final AfterwordStore afterwords;
    private final Letters letters;
    private final DeskFiles files;
    private final Ledger ledger;
    private final Reports reports;
    private final Consents consents;
    private final Audit audit;
    private final TransactionTemplate transaction;

    HandingOver(
            PackageStore store,
            AfterwordStore afterwords,
            Letters letters,
            DeskFiles files,
            Ledger ledger,
            Reports reports,
            Consents consents,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.afterwords = afterwords;
        this.letters = letters;
        this.files = files;
        this.ledger = ledger;
        this.reports = reports;
        this.consents = consents;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Takes the paper: from now on it may have gone.
    ///
    /// @throws NotAgreed when she took it back or nothing may be made of the report
    /// @throws Stale when somebody took it already
    public void print(PackageId id) {
        PackageRow before = run(() -> find(id));
        run(
                () -> {
                    consents.requireStill(before.report().value(), before.recipient());
                    if (!reports.maySendStill(before.report())) {
                        throw new NotAgreed();
                    }
                    PackageRow row = store.lock(id).filter(Passing::isDesks).orElseThrow(NotHere::new);
                    consents.disclosed(
                            row.report().value(),
                            row.recipient(),
                            row.follows() == null ? "handed" : "added",
                            id.value(),
                            row.mark());
                    ledger.move(row, PackageMove.PRINT);
                    return true;
                });
    }

    /// What stands on the paper; empty when there is nothing to hand over any more: she asked for it
    /// back, or the report waits for the safeguarding lead.
    ///
    /// @throws NotHere unless somebody of the desk took it to hand it over
    public Optional<Inbox.Reading> paper(PackageId id) {
        return run(
                () -> {
                    PackageRow row = find(id);
                    if (row.state() != PackageState.PRINTED) {
                        throw new NotHere();
                    }
                    return letters.find(row)
                            .filter(_ -> row.isOpenTo())
                            .map(
                                    letter -> {
                                        ledger.done(row, "paper", "paper", letter.fields());
                                        return new Inbox.Reading(
                                                row,
                                                letter,
                                                files.open(
                                                        row.report(),
                                                        letter.files().stream()
                                                                .map(Letter.File::id)
                                                                .toList()),
                                                List.of());
                                    });
                });
    }

    /// It was handed over.
    ///
    /// @param how one of [Handing#WAYS]
    /// @throws Stale when it is no longer in somebody's hands
    public void handed(PackageId id, LocalDate on, String how) {
        run(
                () -> {
                    PackageRow row = store.lock(id).filter(Passing::isDesks).orElseThrow(NotHere::new);
                    if (!store.hand(id, on, how)) {
                        throw new Stale();
                    }
                    ledger.done(row, PackageMove.HAND.event);
                    return true;
                });
    }

    /// The paper was not handed over and is destroyed: nothing of it has gone.
    ///
    /// @throws Stale when it is no longer in somebody's hands
    public void destroyed(PackageId id) {
        run(
                () -> {
                    PackageRow row = store.lock(id).filter(Passing::isDesks).orElseThrow(NotHere::new);
                    ledger.move(row, PackageMove.DESTROY);
                    afterwords.drop(id);
                    consents.cameBack(
                            row.report().value(), row.recipient(), id.value(), row.mark());
                    return true;
                });
    }

    /// What came of something that went by hand, as the desk was told.
    ///
    /// @throws Stale when anything changed since version `seen`
    public void record(PackageId id, int seen, Came came) {
        run(
                () -> {
                    PackageRow row = store.lock(id).filter(Passing::isDesks).orElseThrow(NotHere::new);
                    if (row.version() != seen || !row.state().hasGone() || row.receiver() != null) {
                        throw new Stale();
                    }
                    ledger.record(row, came);
                    return true;
                });
    }

    /// An answer to the force.
    ///
    /// @throws Stale when nobody of the force has opened it, or it follows another: they talk about that
    public void answer(PackageId id, String text) {
        run(
                () -> {
                    PackageRow row = store.lock(id).filter(Passing::isDesks).orElseThrow(NotHere::new);
                    if (row.state() != PackageState.OPENED || row.follows() != null) {
                        throw new Stale();
                    }
                    ledger.write(row, "answer", text);
                    store.tellOfficers(id);
                    return true;
                });
    }

    /// @throws NotHere when it is not there for this actor
    public PackageRow get(PackageId id) {
        return run(() -> find(id));
    }

    private PackageRow find(PackageId id) {
        return store.find(id).filter(Passing::isDesks).orElseThrow(NotHere::new);
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
