package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Agreement;
import org.diogel.consent.Consents;
import org.diogel.consent.Supplement;
import org.diogel.kernel.Lang;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;

/// What she added or corrected after sending: whether those she chose get it too. Nothing goes by itself,
/// and each yes is for one recipient and for words she was shown. With the second secret, since the code
/// alone neither says nor learns whom she chose.
@Service
public class Supplements {

    private final Telling telling;
    private final ReportStore store;
    private final Content content;
    private final Consents consents;
    private final Audit audit;

    Supplements(
            Telling telling, ReportStore store, Content content, Consents consents, Audit audit) {
        this.telling = telling;
        this.store = store;
        this.content = content;
        this.consents = consents;
        this.audit = audit;
    }

    /// One thing she added that somebody she chose could get too and does not yet.
    ///
    /// @param open ids of recipients that would get exactly its words
    /// @param held recipients that get nothing of it, with the reason
    public record Ask(Addition addition, List<String> open, List<Held> held) {
        /// How a form says that this recipient may have this.
        public String pick(String recipient) {
            return recipient + "." + addition.id();
        }
    }

    /// @param reason as in [Excerpt.HeldBack]
    public record Held(String recipient, String reason) {}

    /// Oldest first; none while she shares nothing.
    public List<Ask> list(Ticket ticket) {
        return telling.as(ticket, () -> asks(sent(ticket)));
    }

    /// Whether there is something to ask after she wrote this. The code alone learns no more than it
    /// shows anyhow: that something was passed on.
    boolean isToAsk(Ticket ticket, Addition.Kind kind, Receipt receipt) {
        if (kind == Addition.Kind.ANSWER || receipt.stopped()) {
            return false;
        }
        return ticket.second()
                ? !list(ticket).isEmpty()
                : receipt.hasSecond() && receipt.wasPassedOn();
    }

    /// Writes down those of these that are still to be asked.
    ///
    /// @param picks as [Ask#pick]
    public void agree(Ticket ticket, Set<String> picks, Lang lang) {
        telling.as(
                ticket,
                () -> {
                    Row row = sent(ticket);
                    UUID id = row.id().value();
                    boolean some = false;
                    for (Ask ask : asks(row)) {
                        for (String recipient : ask.open()) {
                            if (picks.contains(ask.pick(recipient))) {
                                consents.recordSupplement(
                                        id,
                                        recipient,
                                        ask.addition().id(),
                                        digest(row, ask.addition(), recipient),
                                        lang,
                                        Questions.VERSION);
                                some = true;
                            }
                        }
                    }
                    if (some) {
                        store.addEvent(row.id(), "choices", telling.now());
                        audit.record(AuditEntry.of("report.choices-changed", "report", id));
                    }
                    return true;
                });
    }

    private byte[] digest(Row row, Addition addition, String recipient) {
        return consents.current(row.id().value()).stream()
                .filter(a -> a.recipient().equals(recipient))
                .map(a -> Excerpt.ofAddition(content.open(row), addition, a.choice()).digest())
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private List<Ask> asks(Row row) {
        if (row.stoppedAt() != null || row.eraseAfter() != null) {
            return List.of();
        }
        Answers answers = content.open(row);
        Set<String> barred = Barred.of(answers);
        List<Agreement> agreements =
                consents.current(row.id().value()).stream()
                        .filter(a -> answers.mayBeShared(a.choice()))
                        .filter(a -> !barred.contains(a.recipient()))
                        .toList();
        List<Supplement> before = consents.supplements(row.id().value());
        return content.additions(row).stream()
                .filter(Addition::mayGoOn)
                .map(addition -> ask(answers, addition, agreements, before))
                .filter(ask -> !ask.open().isEmpty())
                .toList();
    }

    private static Ask ask(
            Answers answers,
            Addition addition,
            List<Agreement> agreements,
            List<Supplement> before) {
        Set<String> have =
                before.stream()
                        .filter(s -> s.addition().equals(addition.id()))
                        .map(Supplement::recipient)
                        .collect(Collectors.toSet());
        List<String> open = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (Agreement agreement : agreements) {
            Excerpt excerpt = Excerpt.ofAddition(answers, addition, agreement.choice());
            for (Excerpt.Line line : excerpt.asShown()) {
                switch (line) {
                    case Excerpt.HeldBack back ->
                            held.add(new Held(agreement.recipient(), back.reason()));
                    case Excerpt.Shown _ -> {
                        if (!have.contains(agreement.recipient())) {
                            open.add(agreement.recipient());
                        }
                    }
                }
            }
        }
        return new Ask(addition, open, held);
    }

    private Row sent(Ticket ticket) {
        Row row = telling.get(ticket);
        if (row.isDraft()) {
            throw new NotHere();
        }
        return row;
    }
}
