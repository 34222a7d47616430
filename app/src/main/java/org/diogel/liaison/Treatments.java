package org.diogel.liaison;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.report.ReportId;
import org.diogel.report.ReportKeys;
import org.diogel.report.Ticket;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door to how she says she was treated: once for a report, with the code alone.
@Service
public class Treatments {

    /// Characters of her own words.
    public static final int LONGEST = 3_000;

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final TreatmentStore store;
    private final ReportKeys keys;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Treatments(
            TreatmentStore store,
            ReportKeys keys,
            Vault vault,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.keys = keys;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What she let the desk read.
    ///
    /// @param answers answer by question, in the order of the form
    /// @param words her own, or an empty text
    public record Told(List<Map.Entry<String, String>> answers, String words) {
        /// Says nothing of what was told.
        @Override
        public String toString() {
            return "Told[" + answers.size() + " answers]";
        }
    }

    /// Whether it was said already.
    public boolean isSaid(Ticket ticket) {
        return as(ticket, () -> store.isAnswered(ticket.report()));
    }

    /// Keeps it: the ticks for counting, with nothing that leads back to her. Where she says that the
    /// desk may read it, it is kept with her report as well, and only then are her own words.
    ///
    /// @param answers answer by question; what is not an answer of [TreatmentQuestions] is left out
    /// @return false when it was said already: then nothing is kept
    public boolean say(Ticket ticket, Map<String, String> answers, boolean mayRead, String words) {
        List<String> kept = new ArrayList<>();
        for (TreatmentQuestions.Question question : TreatmentQuestions.all()) {
            String answer = answers.getOrDefault(question.name(), "");
            if (question.answers().contains(answer)) {
                kept.add(question.name() + "=" + answer);
            }
        }
        return as(
                ticket,
                () -> {
                    if (!store.markAnswered(ticket.report())) {
                        return false;
                    }
                    LocalDate today = clock.instant().atZone(LONDON).toLocalDate();
                    LocalDate quarter = Quarters.first(today);
                    String version = TreatmentQuestions.VERSION;
                    store.insert(
                            new TreatmentStore.Row(
                                    UUID.randomUUID(), quarter, version, null, kept, null));
                    if (mayRead) {
                        UUID id = UUID.randomUUID();
                        byte[] sealed =
                                words.isEmpty()
                                        ? null
                                        : vault.seal(
                                                keys.of(ticket.report()),
                                                place(id),
                                                words.getBytes(StandardCharsets.UTF_8));
                        store.insert(
                                new TreatmentStore.Row(
                                        id,
                                        quarter,
                                        version,
                                        ticket.report().value(),
                                        kept,
                                        sealed));
                    }
                    audit.record(
                            AuditEntry.of("liaison.treated", "report", ticket.report().value()));
                    return true;
                });
    }

    /// What the holder of this report let the desk read; empty for nothing.
    public List<Told> list(ReportId report) {
        return run(
                () -> {
                    List<TreatmentStore.Row> rows = store.ofReport(report);
                    if (rows.isEmpty()) {
                        return List.of();
                    }
                    audit.record(AuditEntry.of("liaison.treatment-read", "report", report.value()));
                    return ofReport(report);
                });
    }

    /// The same within a transaction of the caller's, who writes the look down.
    List<Told> ofReport(ReportId report) {
        List<TreatmentStore.Row> rows = store.ofReport(report);
        if (rows.isEmpty()) {
            return List.of();
        }
        KeyId key = keys.of(report);
        return rows.stream()
                .map(row -> new Told(answers(row.answers()), words(key, row)))
                .toList();
    }

    private String words(KeyId key, TreatmentStore.Row row) {
        byte[] sealed = row.words();
        if (sealed == null) {
            return "";
        }
        try {
            return new String(vault.open(key, place(row.id()), sealed), StandardCharsets.UTF_8);
        } catch (KeyGone erased) {
            return "";
        }
    }

    private static List<Map.Entry<String, String>> answers(List<String> kept) {
        return kept.stream()
                .map(answer -> answer.split("=", 2))
                .map(parts -> Map.entry(parts[0], parts[1]))
                .toList();
    }

    private static Place place(UUID id) {
        return new Place("liaison.treatment", id, "words");
    }

    private <T> T as(Ticket ticket, Supplier<T> work) {
        return Acting.as(ticket.holder(), "own-report", () -> run(work));
    }

    private <T> T run(Supplier<T> work) {
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new IllegalStateException("Work in a transaction answers something");
        }
        return result;
    }
}
