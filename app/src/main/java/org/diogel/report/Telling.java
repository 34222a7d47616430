package org.diogel.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Crockford;
import org.diogel.kernel.Lang;
import org.diogel.vault.KeyId;
import org.diogel.vault.MacKey;
import org.diogel.vault.Vault;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for whoever tells: starting, saving and coming back. Everything here acts as the holder
/// of the code it is given; the database lets that holder at one report only. What a report can do
/// once it is complete is in [Sender], and after that in [Receipts].
///
/// Every method throws [NotHere] when the report is gone.
@Service
public class Telling {

    private final ReportStore store;
    private final Content content;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Telling(
            ReportStore store,
            Content content,
            Vault vault,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.content = content;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A new report, empty, and the code that brings her back to it.
    public Ticket start(Lang lang) {
        return start(lang, null);
    }

    /// As [#start(Lang)], begun by the worker who is acting for somebody else: the worker's project
    /// stands on it, and the code never widens what is shared.
    public Ticket startFor(Lang lang, String project) {
        Actor.Person worker = Acting.person();
        Ticket ticket = start(lang, worker);
        save(
                ticket,
                lang,
                Map.of(
                        Answers.PROJECT, List.of(project),
                        "who.for", List.of("other"),
                        "who.teller", List.of("worker")),
                "");
        run(
                () -> {
                    audit.record(
                            AuditEntry.of("report.begun-for-somebody", "report", ticket.report().value()));
                    return true;
                });
        return ticket;
    }

    private Ticket start(Lang lang, Actor.@Nullable Person teller) {
        Ticket ticket = new Ticket(ReportId.random(), ReceiptCode.random(), false, true);
        // The key is durable before the row that names it.
        KeyId key = vault.newKey();
        as(
                ticket,
                () -> {
                    store.insertDraft(
                            ticket.report(),
                            Crockford.random(4) + "-" + Crockford.random(4),
                            key,
                            mac(ticket.code()),
                            lang,
                            teller,
                            clock.instant());
                    return true;
                });
        return ticket;
    }

    /// The report of a code; empty when there is none. It never says more than that.
    public Optional<Ticket> resume(ReceiptCode code) {
        byte[] mac = mac(code);
        return Acting.as(
                        new Actor.Task("find-code"),
                        "come-back",
                        () -> run(() -> store.findByCode(mac)))
                .map(report -> new Ticket(report, code, false, false));
    }

    public boolean isDraft(Ticket ticket) {
        return as(ticket, () -> get(ticket).isDraft());
    }

    /// Which desk it went to; empty while it is not sent.
    public Optional<AgencyId> desk(Ticket ticket) {
        return as(ticket, () -> Optional.ofNullable(get(ticket).agency()));
    }

    /// What a draft holds so far.
    ///
    /// @return empty when the report was sent already
    public Optional<Answers> findDraft(Ticket ticket) {
        return as(
                ticket,
                () ->
                        Optional.of(get(ticket))
                                .filter(Row::isDraft)
                                .map(content::open));
    }

    /// Keeps the answers of one page.
    ///
    /// @param fields every field of the page; empty lists take answers away
    /// @param seen what the page showed of these fields ([#seen]); empty: overwrite
    public Saved save(Ticket ticket, Lang lang, Map<String, List<String>> fields, String seen) {
        return as(
                ticket,
                () -> {
                    Row row = store.lock(ticket.report()).orElseThrow(NotHere::new);
                    if (!row.isDraft()) {
                        return new Saved.AlreadySent();
                    }
                    Answers before = content.open(row);
                    Answers after = before.with(fields);
                    boolean changed = !seen.isEmpty() && !seen.equals(before.seen(fields.keySet()));
                    if (changed && !after.equals(before)) {
                        return new Saved.Changed(before);
                    }
                    content.save(row, before, after);
                    store.touch(row.id(), lang, clock.instant());
                    return new Saved.Kept(after);
                });
    }

    /// Throws a draft away at once: nobody else has seen it.
    ///
    /// @return false when it was sent already
    public boolean throwAway(Ticket ticket) {
        Optional<KeyId> key =
                as(
                        ticket,
                        () ->
                                store.lock(ticket.report())
                                        .filter(Row::isDraft)
                                        .map(
                                                row -> {
                                                    store.deleteDraft(row.id(), row.key(), clock.instant());
                                                    audit.record(
                                                            AuditEntry.of(
                                                                    "report.thrown-away",
                                                                    "report",
                                                                    row.id().value()));
                                                    return row.key();
                                                }));
        key.ifPresent(vault::destroy);
        return key.isPresent();
    }

    Row get(Ticket ticket) {
        return store.find(ticket.report()).orElseThrow(NotHere::new);
    }

    /// Work as the holder of a code, in one transaction; for what a later feature keeps with a report.
    public <T> T as(Ticket ticket, Supplier<T> work) {
        return Acting.as(ticket.holder(), "own-report", () -> run(work));
    }

    Instant now() {
        return clock.instant();
    }

    private byte[] mac(ReceiptCode code) {
        return vault.mac(MacKey.RECEIPT, code.bytes());
    }

    private <T> T run(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("Work in a transaction answers something");
        }
        return result;
    }
}
