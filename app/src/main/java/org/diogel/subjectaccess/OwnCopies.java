package org.diogel.subjectaccess;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.contest.Month;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.kernel.Subject;
import org.diogel.report.ReceiptCode;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.vault.Vault;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for those who ask for a copy of everything held about themselves: whoever holds the code of a
/// report, and whoever signs in.
@Service
public class OwnCopies {

    private static final Actor TASK = new Actor.Task("copies");
    private static final String PURPOSE = "asking-for-a-copy";

    private final CopyStore store;
    private final PieceStore pieces;
    private final PackSeal seal;
    private final Telling telling;
    private final Accounts accounts;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OwnCopies(
            CopyStore store,
            PieceStore pieces,
            PackSeal seal,
            Telling telling,
            Accounts accounts,
            Vault vault,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.pieces = pieces;
        this.seal = seal;
        this.telling = telling;
        this.accounts = accounts;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What she sees of it.
    ///
    /// @param row null where she asked for none
    /// @param ends until when the copy can be taken; null where there is none
    public record Mine(@Nullable CopyRow row, @Nullable Instant ends) {}

    /// With her second secret.
    public Mine of(Ticket ticket) {
        return telling.as(ticket, () -> mine(subject(ticket)));
    }

    /// Asks for a copy; asked twice, it is one request. With the second secret the month begins now, with
    /// the code alone once an officer is sure who asks.
    public void ask(Ticket ticket, Lang lang) {
        AgencyId agency = officersAgency(telling.desk(ticket).orElseThrow(NotHere::new));
        telling.as(
                ticket,
                () -> {
                    ask(
                            subject(ticket),
                            agency,
                            lang,
                            ticket.second() ? CopyState.RECEIVED : CopyState.IDENTITY);
                    return true;
                });
    }

    /// For somebody who comes with her code to a worker; the officer types it.
    ///
    /// @return false when the code leads nowhere, or to nothing that was sent
    public boolean askFor(ReceiptCode code, Lang lang) {
        if (!Acting.person().has(Role.DATA_PROTECTION_OFFICER)) {
            throw new NotHere();
        }
        Optional<Ticket> ticket = telling.resume(code).filter(t -> !telling.isDraft(t));
        ticket.ifPresent(t -> ask(t, lang));
        return ticket.isPresent();
    }

    /// Of whoever signed in.
    public Mine mine() {
        return run(() -> mine(me()));
    }

    /// For whoever signed in, about herself.
    public void ask(Lang lang) {
        AgencyId agency = officersAgency(Acting.person().agency());
        run(
                () -> {
                    ask(me(), agency, lang, CopyState.RECEIVED);
                    return true;
                });
    }

    /// The copy, for whoever it is about; each time is written down.
    Pack take(Ticket ticket) {
        return telling.as(ticket, () -> take(subject(ticket)));
    }

    Pack take() {
        return run(() -> take(me()));
    }

    private Pack take(Subject subject) {
        CopyRow row = store.of(subject).orElseThrow(NotHere::new);
        byte[] sealed = pieces.pack(row.id()).orElseThrow(NotHere::new);
        audit.record(AuditEntry.of("subjectaccess.taken", Copies.KIND, row.id().value(), "own"));
        return seal.open(row.key(), row.id(), sealed);
    }

    private Mine mine(Subject subject) {
        return store.of(subject)
                .map(row -> new Mine(row, pieces.ends(row.id()).orElse(null)))
                .orElseGet(() -> new Mine(null, null));
    }

    private void ask(Subject subject, AgencyId agency, Lang lang, CopyState state) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(Copies.LONDON).toLocalDate();
        CopyRow row =
                new CopyRow(
                        CopyId.random(),
                        subject,
                        agency,
                        vault.newKey(),
                        lang,
                        state,
                        1,
                        now,
                        today,
                        Month.due(today, false),
                        null,
                        null,
                        null,
                        null,
                        null);
        if (store.insert(row)) {
            audit.record(AuditEntry.of("subjectaccess.asked", Copies.KIND, row.id().value()));
        }
    }

    /// Her own agency's officers, or those of the first agency that has one.
    private AgencyId officersAgency(AgencyId own) {
        List<AccountView> officers =
                Acting.as(
                        TASK,
                        PURPOSE,
                        () -> accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER));
        return officers.stream().anyMatch(one -> one.agency().equals(own))
                ? own
                : officers.stream().findFirst().map(AccountView::agency).orElse(own);
    }

    private static Subject subject(Ticket ticket) {
        return new Subject(Subject.Kind.REPORT, ticket.report().value());
    }

    private static Subject me() {
        return new Subject(Subject.Kind.ACCOUNT, Acting.person().account().value());
    }

    private <T> T run(Supplier<T> work) {
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new NotHere();
        }
        return result;
    }
}
