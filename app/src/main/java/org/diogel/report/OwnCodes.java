package org.diogel.report;

import java.util.Optional;
import java.util.UUID;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.vault.MacKey;
import org.diogel.vault.Vault;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The code of the person it happened to, where a worker told it for her: given once she is reached.
/// She alone sets a second secret with it, and so she alone widens what is shared. DOMAIN §4.2.
@Service
public class OwnCodes {

    private final OwnCodeStore store;
    private final ReportStore reports;
    private final Telling telling;
    private final SecondSecret secrets;
    private final Vault vault;
    private final Audit audit;
    private final TransactionTemplate transaction;

    OwnCodes(
            OwnCodeStore store,
            ReportStore reports,
            Telling telling,
            SecondSecret secrets,
            Vault vault,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reports = reports;
        this.telling = telling;
        this.secrets = secrets;
        this.vault = vault;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whether she could be given one: a worker told it, it was sent, and she has none yet.
    @Transactional(readOnly = true)
    public boolean isMissing(ReportId id) {
        return reports.find(id).filter(row -> !row.isDraft() && row.byWorker()).isPresent()
                && !store.has(id);
    }

    /// Makes it; it is shown once and can be found out by nobody afterwards.
    ///
    /// @return empty when she has one already
    /// @throws NotHere when it is not there for this actor, or no worker told it
    public Optional<ReceiptCode> give(ReportId id) {
        ReceiptCode code = ReceiptCode.random();
        UUID account = Acting.person().account().value();
        boolean given =
                Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> {
                                    Row row = reports.lock(id).orElseThrow(NotHere::new);
                                    if (row.isDraft() || !row.byWorker()) {
                                        throw new NotHere();
                                    }
                                    if (!store.give(id, mac(code), account)) {
                                        return false;
                                    }
                                    audit.record(
                                            AuditEntry.of("report.own-code", "report", id.value()));
                                    return true;
                                }));
        return given ? Optional.of(code) : Optional.empty();
    }

    /// Whether this is her own code and she may still set a second secret with it.
    boolean maySetSecond(Ticket ticket) {
        return telling.as(
                ticket,
                () ->
                        telling.get(ticket).secondHash() == null
                                && store.isOwn(ticket.report(), mac(ticket.code())));
    }

    /// @return her ticket with the second secret; empty when the code is not hers or one is set
    Optional<Ticket> setSecond(Ticket ticket, String secret) {
        // Slow on purpose, so outside the transaction.
        String hash = secrets.hash(secret);
        return telling.as(
                ticket,
                () -> {
                    boolean set =
                            store.isOwn(ticket.report(), mac(ticket.code()))
                                    && store.setSecond(ticket.report(), hash);
                    if (!set) {
                        return Optional.empty();
                    }
                    audit.record(
                            AuditEntry.of("report.second-set", "report", ticket.report().value()));
                    return Optional.of(ticket.withSecond());
                });
    }

    private byte[] mac(ReceiptCode code) {
        return vault.mac(MacKey.RECEIPT, code.bytes());
    }
}
