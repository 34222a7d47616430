package org.diogel.report;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Grant;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
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
    private final Access access;
    private final Consents consents;
    private final Audit audit;
    private final Vault vault;
    private final SecondSecret secrets;

    Sender(
            Telling telling,
            ReportStore store,
            Content content,
            Access access,
            Consents consents,
            Audit audit,
            Vault vault,
            SecondSecret secrets) {
        this.telling = telling;
        this.store = store;
        this.content = content;
        this.access = access;
        this.consents = consents;
        this.audit = audit;
        this.vault = vault;
        this.secrets = secrets;
    }

    /// Sends it once, however often it is asked.
    ///
    /// @throws NotHere when the report is gone
    public Sending send(Ticket ticket, Submission submission) {
        byte[] bodyMac = vault.mac(MacKey.RECEIPT, submission.body());
        // Slow on purpose, so before the transaction that holds a lock and a connection.
        String hash = submission.second().isEmpty() ? null : secrets.hash(submission.second());
        return telling.as(ticket, () -> sendLocked(ticket, submission, bodyMac, hash));
    }

    private Sending sendLocked(
            Ticket ticket, Submission submission, byte[] bodyMac, @Nullable String hash) {
        Row row = store.lock(ticket.report()).orElseThrow(NotHere::new);
        if (!row.isDraft()) {
            return again(row, submission, bodyMac);
        }
        Answers answers = content.open(row);
        if (!answers.has("what.kinds") && !answers.has("words")) {
            return new Sending.Empty();
        }
        boolean waits = mustWait(answers, submission);
        Agency desk = access.getDesk(answers.region().orElse(null));
        Instant now = telling.now();
        store.markSent(
                row.id(),
                waits ? ReportMove.SEND_TO_WAIT : ReportMove.SEND,
                desk.id(),
                answers,
                submission,
                hash,
                bodyMac,
                now,
                now.plus(
                        waits
                                ? Severity.WAITING
                                : answers.severity().orElse(Severity.RISKY).within()));
        content.index(row, answers);
        access.give(
                new Grant(
                        "report", row.id().value(), desk.id(), "answer", "sent to the desk", null));
        consents.record(
                row.id().value(), submission.agreed(), submission.lang(), Questions.VERSION);
        store.addEvent(row.id(), waits ? "waiting" : "sent", now);
        audit.record(AuditEntry.of("report.sent", "report", row.id().value()));
        return new Sending.Sent(waits);
    }

    /// A child or a life may be at risk: she says so, is not sure, or leaves it open and something
    /// else she told points to it. DOMAIN §4.2.
    static boolean mustWait(Answers answers, Submission submission) {
        return atRisk(submission.child(), false)
                || atRisk(submission.life(), answers.showsDanger())
                || answers.mayBeChild();
    }

    private static boolean atRisk(Screening answer, boolean signs) {
        return switch (answer) {
            case YES, UNSURE -> true;
            case NO -> false;
            case UNANSWERED -> signs;
        };
    }

    private static Sending again(Row row, Submission submission, byte[] bodyMac) {
        if (!submission.key().equals(row.sendKey())) {
            return new Sending.Already();
        }
        byte[] first = row.bodyMac();
        return first != null && MessageDigest.isEqual(first, bodyMac)
                ? new Sending.Sent(row.state() == ReportState.WAITING)
                : new Sending.Different();
    }

    /// The same words typed on another keyboard are the same secret.
    static String normal(String secret) {
        return Normalizer.normalize(SafeText.clean(secret).strip(), Normalizer.Form.NFKC);
    }
}
