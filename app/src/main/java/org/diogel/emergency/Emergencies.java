package org.diogel.emergency;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.Accounts;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.report.InEmergency;
import org.diogel.report.Opened;
import org.diogel.report.ReportKeys;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for whoever opens something in an emergency, and for the officers who review it.
@Service
public class Emergencies {

    private static final String KIND = "emergency";

    private final EmergencyStore store;
    private final EmergencyWords words;
    private final InEmergency reports;
    private final ReportKeys keys;
    private final Access access;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Emergencies(
            EmergencyStore store,
            EmergencyWords words,
            InEmergency reports,
            ReportKeys keys,
            Access access,
            Accounts accounts,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.words = words;
        this.reports = reports;
        this.keys = keys;
        this.access = access;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// One with its words.
    ///
    /// @param reason why it could not wait
    /// @param answer what she did with it; empty before she has said, or after the report was erased
    /// @param words what the officer found; empty before
    public record Sheet(NamedOpening opening, String reason, String answer, String words) {

        public OpeningRow row() {
            return opening.row();
        }
    }

    /// Opens a report for four hours; the officers are told within seconds.
    ///
    /// @param reference eight characters in two fours, as they are said
    /// @return empty when there is none of that name for this person
    /// @throws Stale while an earlier one of hers is not reviewed
    public Optional<UUID> open(String reference, EmergencyWhy why, String reason) {
        Optional<UUID> opened =
                Acting.forPurpose(
                        Access.EMERGENCY,
                        () -> {
                            Optional<UUID> made =
                                    transaction.execute(
                                            _ ->
                                                    reports.find(reference)
                                                            .map(f -> open(f, reference, why, reason)));
                            return made == null ? Optional.<UUID>empty() : made;
                        });
        if (opened.isEmpty()) {
            reports.noteRefused();
        }
        return opened;
    }

    private UUID open(InEmergency.Found found, String reference, EmergencyWhy why, String reason) {
        Actor.Person person = Acting.person();
        Instant until =
                access.openInEmergency("report", found.id().value()).orElseThrow(Stale::new);
        UUID id = UUID.randomUUID();
        OpeningRow row =
                new OpeningRow(
                        id,
                        found.id(),
                        reference,
                        found.agency(),
                        keys.of(found.id()),
                        person.account(),
                        person.agency(),
                        why,
                        clock.instant(),
                        until,
                        null,
                        null,
                        null,
                        null,
                        null);
        store.insert(
                row,
                words.seal(row.key(), id, "who", accounts.find(person.account()).orElseThrow().name()),
                words.seal(row.key(), id, "reason", reason));
        audit.record(AuditEntry.of("emergency.begun", "report", found.id().value(), why.label()));
        return id;
    }

    /// What was told, for as long as it is open to her; each look is written down.
    ///
    /// @throws NotHere when it is not hers, or no longer open
    public Opened read(UUID id) {
        return Acting.forPurpose(
                Access.EMERGENCY,
                () -> {
                    Opened opened = transaction.execute(_ -> reports.read(mine(id).report()));
                    if (opened == null) {
                        throw new NotHere();
                    }
                    return opened;
                });
    }

    /// @throws NotHere when it is nobody's of hers
    @Transactional(readOnly = true)
    public Sheet get(UUID id) {
        return sheet(mine(id));
    }

    /// The acting person's that is not reviewed yet.
    @Transactional(readOnly = true)
    public Optional<NamedOpening> findUnderReview() {
        return store.underReview(Acting.person().account()).map(row -> named(row, store.sealed(row.id())));
    }

    /// Ends hers before the four hours are over.
    ///
    /// @throws NotHere when it is not hers
    @Transactional
    public void end(UUID id) {
        OpeningRow row = mine(id);
        if (store.end(id, clock.instant())) {
            access.endEmergency(row.report().value(), row.account());
            audit.record(AuditEntry.of("emergency.ended", "report", row.report().value()));
        }
    }

    /// What she did with it, said once; it ends with that.
    ///
    /// @throws Stale when she has said it already
    @Transactional
    public void answer(UUID id, String text) {
        OpeningRow row = mine(id);
        if (!store.answer(id, words.seal(row.key(), id, "answer", text), clock.instant())) {
            throw new Stale();
        }
        access.endEmergency(row.report().value(), row.account());
        audit.record(AuditEntry.of("emergency.answered", "report", row.report().value(), "answer"));
    }

    /// All of them for an officer, those of her desk for a safeguarding lead: what somebody has to do
    /// something about first.
    @Transactional(readOnly = true)
    public List<NamedOpening> list() {
        return store.list().stream().map(row -> named(row, store.sealed(row.id()))).toList();
    }

    /// As an officer or a lead reads it; written down.
    ///
    /// @throws NotHere when it is not there for this actor
    @Transactional
    public Sheet openForReview(UUID id) {
        Sheet sheet = sheet(store.find(id).orElseThrow(NotHere::new));
        audit.record(AuditEntry.of("emergency.looked-at", KIND, id, "reason", "answer"));
        return sheet;
    }

    /// Ends somebody's at once.
    @Transactional
    public void stop(UUID id) {
        OpeningRow row = store.find(id).orElseThrow(NotHere::new);
        if (store.end(id, clock.instant())) {
            access.endEmergency(row.report().value(), row.account());
            audit.record(AuditEntry.of("emergency.stopped", "report", row.report().value()));
        }
    }

    /// What an officer found: from now on whoever opened it may open another.
    ///
    /// @throws Stale when somebody reviewed it first, or she has not said what she did
    /// @throws IllegalStateException for one's own
    @Transactional
    public void review(UUID id, Finding finding, String text) {
        OpeningRow row = store.find(id).orElseThrow(NotHere::new);
        AccountId officer = Acting.person().account();
        if (row.account().equals(officer)) {
            throw new IllegalStateException("Nobody reviews what she opened herself");
        }
        if (!store.review(
                id, finding, words.seal(row.key(), id, "words", text), officer, clock.instant())) {
            throw new Stale();
        }
        access.reviewEmergency(row.report().value(), row.account());
        audit.record(
                AuditEntry.of("emergency.reviewed", "report", row.report().value(), finding.label()));
    }

    private OpeningRow mine(UUID id) {
        return store.find(id)
                .filter(row -> row.account().equals(Acting.person().account()))
                .orElseThrow(NotHere::new);
    }

    private NamedOpening named(OpeningRow row, EmergencyStore.Sealed sealed) {
        return new NamedOpening(
                row,
                row.state(clock.instant()),
                words.open(row.key(), row.id(), "who", sealed.who()),
                agency(row.from()),
                agency(row.agency()));
    }

    private String agency(AgencyId id) {
        return access.findAgency(id).map(Agency::name).orElse("");
    }

    private Sheet sheet(OpeningRow row) {
        EmergencyStore.Sealed sealed = store.sealed(row.id());
        return new Sheet(
                named(row, sealed),
                words.open(row.key(), row.id(), "reason", sealed.reason()),
                words.open(row.key(), row.id(), "answer", sealed.answer()),
                words.open(row.key(), row.id(), "words", sealed.words()));
    }
}
