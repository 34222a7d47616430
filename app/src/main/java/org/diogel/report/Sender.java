package org.diogel.report;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Grant;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.consent.Given;
import org.diogel.consent.Recipient;
import org.diogel.kernel.SafeText;
import org.diogel.vault.MacKey;
import org.diogel.vault.Vault;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Sends a report: state, desk, grant, agreement, hashes and the record of it in one transaction.
/// Whoever is told "sent" was told after the commit.
@Service
public class Sender {

    private final Telling telling;
    private final ReportStore store;
    private final Content content;
    private final Tied tied;
    private final Access access;
    private final Desks desks;
    private final Consents consents;
    private final Audit audit;
    private final Vault vault;
    private final SecondSecret secrets;
    private final Enclosures enclosures;

    Sender(
            Telling telling,
            ReportStore store,
            Content content,
            Tied tied,
            Access access,
            Desks desks,
            Consents consents,
            Audit audit,
            Vault vault,
            SecondSecret secrets,
            Enclosures enclosures) {
        this.telling = telling;
        this.store = store;
        this.content = content;
        this.tied = tied;
        this.access = access;
        this.desks = desks;
        this.consents = consents;
        this.audit = audit;
        this.vault = vault;
        this.secrets = secrets;
        this.enclosures = enclosures;
    }

    /// What a draft holds so far and who would read it; empty when it was sent already.
    ///
    /// @throws NotHere when the report is gone
    Optional<Draft> find(Ticket ticket) {
        return telling.as(
                ticket,
                () -> Optional.of(telling.get(ticket)).filter(Row::isDraft).map(this::open));
    }

    /// Sends it once, however often it is asked.
    ///
    /// @throws NotHere when the report is gone
    public Sending send(Ticket ticket, Submission submission) {
        byte[] bodyMac = vault.mac(MacKey.RECEIPT, submission.body());
        // Slow on purpose, so outside the transactions that hold a lock and a connection.
        String hash = submission.second().isEmpty() ? null : secrets.hash(submission.second());
        Optional<Sending> sent =
                telling.as(ticket, () -> sendLocked(ticket, submission, bodyMac, hash));
        return sent.orElseGet(
                () ->
                        again(
                                telling.as(ticket, () -> telling.get(ticket)),
                                submission,
                                bodyMac));
    }

    /// Empty when it was sent before.
    private Optional<Sending> sendLocked(
            Ticket ticket, Submission submission, byte[] bodyMac, @Nullable String hash) {
        Row row = store.lock(ticket.report()).orElseThrow(NotHere::new);
        if (!row.isDraft()) {
            return Optional.empty();
        }
        Draft draft = open(row);
        if (submission.seen() != null && !submission.seen().equals(draft.seen())) {
            return Optional.of(new Sending.Changed());
        }
        Answers answers = draft.withoutChoices();
        if (!answers.has("what.kinds") && !answers.has("words")) {
            return Optional.of(new Sending.Empty());
        }
        boolean waits = mustWait(answers, submission) || enclosures.showsChild(row.id());
        Agency desk = draft.desk();
        if (desk == null) {
            return Optional.of(new Sending.Nobody());
        }
        Instant now = telling.now();
        content.save(row, draft.answers(), answers);
        store.markSent(
                row.id(),
                waits ? ReportMove.SEND_TO_WAIT : ReportMove.SEND,
                desk.id(),
                answers,
                doubted(answers, submission),
                // The worker's code must never widen what is shared: it has no second secret.
                answers.isToldByWorker() ? null : hash,
                bodyMac,
                now,
                now.plus(
                        waits
                                ? Severity.WAITING
                                : answers.severity().orElse(Severity.RISKY).within()));
        content.index(row, answers);
        tied.keepOut(row.id());
        access.give(
                new Grant(
                        "report", row.id().value(), desk.id(), "answer", "sent to the desk", null));
        consents.record(
                row.id().value(),
                agreed(
                        answers,
                        draft.going(),
                        submission.agreed(),
                        consents.listRecipients()),
                submission.lang(),
                Questions.VERSION,
                // What a worker tells for her was said to the worker, who is the witness.
                store.teller(row.id()).map(Given::spokenTo).orElse(Given.HERSELF),
                null);
        if (answers.isWatched()) {
            consents.keepForSafePlace(row.id().value(), true);
        }
        store.addEvent(row.id(), waits ? "waiting" : "sent", now);
        audit.record(AuditEntry.of("report.sent", "report", row.id().value()));
        return Optional.of(new Sending.Sent(waits));
    }

    private Draft open(Row row) {
        Answers answers = content.open(row);
        return new Draft(
                answers,
                desks.find(answers).orElse(null),
                enclosures.of(row.id()),
                enclosures.going(row.id()));
    }

    /// Whom she agrees to tell and what exactly each would get; nobody, whatever was ticked, where
    /// nothing of it may be shared, and nobody the person who did it may work with.
    static Map<String, byte[]> agreed(
            Answers answers,
            List<Going> going,
            Set<String> ticked,
            List<Recipient> recipients) {
        Set<String> barred = Barred.of(answers);
        return ticked.stream()
                .filter(id -> !barred.contains(id))
                .filter(id -> answers.mayBeShared(find(id, recipients).choice()))
                .collect(
                        Collectors.toMap(
                                id -> id, id -> shown(answers, going, id, recipients)));
    }

    private static byte[] shown(
            Answers answers, List<Going> going, String id, List<Recipient> recipients) {
        return Excerpt.of(answers, find(id, recipients).choice(), going).digest();
    }

    private static Recipient find(String id, List<Recipient> recipients) {
        return recipients.stream()
                .filter(recipient -> recipient.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody is called that"));
    }

    /// A child or a life may be at risk: she says so, is not sure, or leaves it open and something
    /// else she told points to it. DOMAIN §4.2.
    static boolean mustWait(Answers answers, Submission submission) {
        return atRisk(submission.child(), ChildSigns.in(answers))
                || atRisk(submission.life(), answers.showsDanger())
                || answers.mayBeChild();
    }

    /// A "no" that something she told speaks against counts as left open: the desk has to answer
    /// before anything is released.
    private static Submission doubted(Answers answers, Submission submission) {
        return submission.child() == Screening.NO && ChildSigns.in(answers)
                ? submission.withChild(Screening.UNANSWERED)
                : submission;
    }

    private static boolean atRisk(Screening answer, boolean signs) {
        return switch (answer) {
            case YES, UNSURE -> true;
            case NO -> false;
            case UNANSWERED -> signs;
        };
    }

    private Sending again(Row row, Submission submission, byte[] bodyMac) {
        if (!submission.key().equals(row.sendKey())) {
            return new Sending.Already();
        }
        byte[] first = row.bodyMac();
        return first != null
                        && MessageDigest.isEqual(first, bodyMac)
                        && isSecret(submission.second(), row.secondHash())
                ? new Sending.Sent(row.state() == ReportState.WAITING)
                : new Sending.Different();
    }

    private boolean isSecret(String typed, @Nullable String hash) {
        return hash == null ? typed.isEmpty() : secrets.matches(typed, hash);
    }

    /// The same words typed on another keyboard are the same secret.
    static String normal(String secret) {
        return Normalizer.normalize(SafeText.clean(secret).strip(), Normalizer.Form.NFKC);
    }
}
