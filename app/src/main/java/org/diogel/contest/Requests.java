package org.diogel.contest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.report.ReceiptCode;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for whoever asks; [Officers] is the door for those who answer.
@Service
public class Requests {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Actor FINDING = new Actor.Task("find-request");
    private static final String PURPOSE = "asking-about-oneself";

    private final RequestStore store;
    private final Words words;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Requests(
            RequestStore store,
            Words words,
            Vault vault,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.words = words;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A request as whoever asked sees it.
    ///
    /// @param said oldest first
    public record Mine(RequestRow row, List<Said> said) {}

    /// @param answer name of an answer; empty for what was added
    /// @param words what was added; empty for an answer
    public record Said(Instant at, String answer, String words) {}

    /// The sealed code of a form that is yet to be sent.
    public String freshForm() {
        return words.fresh();
    }

    /// Takes a request. The same form sent twice is one request, with the same code.
    ///
    /// @param form the sealed code the form carried
    public ReceiptCode send(String form, Asked asked, Lang lang) {
        ReceiptCode code = words.carried(form);
        byte[] hash = words.hash(code);
        if (find(hash).isPresent()) {
            return code;
        }
        RequestId id = RequestId.random();
        KeyId key = vault.newKey();
        Instant now = clock.instant();
        LocalDate today = now.atZone(LONDON).toLocalDate();
        as(
                id,
                () -> {
                    RequestRow row =
                            new RequestRow(
                                    id,
                                    key,
                                    asked.kind(),
                                    lang,
                                    RequestState.RECEIVED,
                                    1,
                                    now,
                                    today,
                                    false,
                                    Month.due(today, false),
                                    null,
                                    true);
                    store.insert(row, hash, words.seal(key, id, asked));
                    audit.record(AuditEntry.of("contest.received", "request", id.value()));
                    return true;
                });
        return code;
    }

    /// What a code leads to; empty when it leads nowhere.
    Optional<Mine> find(ReceiptCode code) {
        return find(words.hash(code)).map(id -> as(id, () -> mine(id)));
    }

    /// Adds something; the officers are told.
    ///
    /// @return empty when the code leads nowhere
    Optional<Mine> add(ReceiptCode code, String text) {
        return find(words.hash(code))
                .map(
                        id ->
                                as(
                                        id,
                                        () -> {
                                            RequestRow row = store.find(id).orElseThrow();
                                            UUID entry = UUID.randomUUID();
                                            byte[] sealed =
                                                    words.seal(row.key(), "contest.entry", entry, "bytes", text);
                                            store.add(
                                                    id,
                                                    new RequestStore.Entry(
                                                            entry, clock.instant(), null, null, sealed));
                                            store.markAdded(id);
                                            audit.record(
                                                    AuditEntry.of("contest.added", "request", id.value()));
                                            return mine(id);
                                        }));
    }

    private Mine mine(RequestId id) {
        RequestRow row = store.find(id).orElseThrow();
        return new Mine(row, said(row, store.entries(id), words));
    }

    static List<Said> said(RequestRow row, List<RequestStore.Entry> entries, Words words) {
        return entries.stream()
                .map(
                        entry -> {
                            String answer = entry.answer();
                            byte[] bytes = entry.bytes();
                            return new Said(
                                    entry.at(),
                                    answer == null ? "" : answer,
                                    bytes == null
                                            ? ""
                                            : words.open(
                                                    row.key(), "contest.entry", entry.id(), "bytes", bytes));
                        })
                .toList();
    }

    private Optional<RequestId> find(byte[] hash) {
        return Acting.as(FINDING, PURPOSE, () -> transaction.execute(_ -> store.findByCode(hash)));
    }

    private <T> T as(RequestId id, Supplier<T> work) {
        return Acting.as(
                new Actor.Holder(id.value(), false),
                PURPOSE,
                () -> {
                    T result = transaction.execute(_ -> work.get());
                    if (result == null) {
                        throw new IllegalStateException("Nothing came of it");
                    }
                    return result;
                });
    }
}
