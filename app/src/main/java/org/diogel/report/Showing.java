package org.diogel.report;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What the desk does for her about what we hold: shows it to her in a safe place, says that it is shown
/// there alone, and answers what she says is wrong. DOMAIN §4.5a.
@Service
public class Showing {

    /// The purpose of a look that she takes herself, beside a worker.
    static final String PURPOSE = "show-her";

    private final ReportStore store;
    private final Content content;
    private final CorrectionStore corrections;
    private final OwnView view;
    private final Consents consents;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Showing(
            ReportStore store,
            Content content,
            CorrectionStore corrections,
            OwnView view,
            Consents consents,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.content = content;
        this.corrections = corrections;
        this.view = view;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The same that she reads with both secrets, for one look that she takes beside the worker: written
    /// down as that.
    ///
    /// @throws NotHere when it is not there for this actor, or waits for the safeguarding lead
    public Told show(ReportId id) {
        return Acting.forPurpose(
                PURPOSE,
                () ->
                        seen(
                                id,
                                store::find,
                                row -> {
                                    Told told = view.of(row);
                                    audit.record(
                                            AuditEntry.of(
                                                    "report.shown", "report", id.value(), "everything"));
                                    return told;
                                }));
    }

    /// Whether what went and who looked is shown in a safe place alone.
    ///
    /// @throws NotHere when it is not there for this actor
    public boolean isSafePlace(ReportId id) {
        return seen(id, store::find, row -> consents.isSafePlace(row.id().value()));
    }

    /// Says so, or that it no longer has to be.
    ///
    /// @throws NotHere when it is not there for this actor
    public void keepForSafePlace(ReportId id, boolean safePlace) {
        seen(
                id,
                store::find,
                row -> {
                    consents.keepForSafePlace(id.value(), safePlace);
                    audit.record(
                            AuditEntry.of(
                                    safePlace ? "report.safe-place" : "report.no-safe-place",
                                    "report",
                                    id.value(),
                                    "safe_place"));
                    return true;
                });
    }

    /// The oldest thing she says is wrong that nobody has answered; its words stay sealed.
    ///
    /// @throws NotHere when it is not there for this actor
    Optional<CorrectionStore.Asked> findAsked(ReportId id) {
        return seen(id, store::find, row -> corrections.oldestOpen(row.id()));
    }

    /// Whether something she says is wrong waits for an answer.
    @Transactional(readOnly = true)
    public boolean isAsked(ReportId id) {
        return corrections.oldestOpen(id).isPresent();
    }

    /// Answers it: a message to her, and what was done. What was there before stays.
    ///
    /// @param addition what she wrote
    /// @param text neutral, for the code alone can read it
    /// @throws Stale when somebody answered it before
    /// @throws NotHere when it is not there for this actor
    void answer(ReportId id, UUID addition, Correction.Outcome outcome, String text) {
        seen(
                id,
                store::lock,
                row -> {
                    if (corrections.oldestOpen(id).filter(a -> a.addition().equals(addition)).isEmpty()) {
                        throw new Stale();
                    }
                    UUID account = Acting.person().account().value();
                    UUID message = UUID.randomUUID();
                    content.addOnce(row, message, account, text, clock.instant());
                    if (!corrections.insert(
                            id, new Correction(addition, outcome, message, clock.instant()), account)) {
                        throw new Stale();
                    }
                    audit.record(
                            AuditEntry.of("report.correction-answered", "report", id.value(), outcome.label()));
                    return true;
                });
    }

    private <T> T seen(
            ReportId id, Function<ReportId, Optional<Row>> find, Function<Row, T> work) {
        Supplier<Row> row =
                () ->
                        find.apply(id)
                                .filter(found -> !found.isDraft() && (!found.waits() || isLead()))
                                .orElseThrow(NotHere::new);
        try {
            T result = transaction.execute(_ -> work.apply(row.get()));
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(AuditEntry.of("report.look", "report", id.value()));
            throw hidden;
        }
    }

    private static boolean isLead() {
        return Acting.person().has(Role.SAFEGUARDING_LEAD);
    }
}
