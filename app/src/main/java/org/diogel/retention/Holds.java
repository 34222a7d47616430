package org.diogel.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.report.References;
import org.diogel.report.ReportId;
import org.diogel.vault.KeyId;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to holds: a report on one is erased by nothing and nobody, her own wish included, until the
/// hold ends; then what was due meanwhile goes by itself.
@Service
public class Holds {

    private static final String REPORT = "report";

    /// The record names the hold, not the report: she reads there who looked at hers, and a hold may be
    /// what she must not hear of.
    private static final String KIND = "hold";

    private final HoldStore store;
    private final HoldWords words;
    private final References references;
    private final Access access;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Holds(
            HoldStore store,
            HoldWords words,
            References references,
            Access access,
            Accounts accounts,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.words = words;
        this.references = references;
        this.access = access;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    public LocalDate today() {
        return clock.instant().atZone(Clocks.Clocked.LONDON).toLocalDate();
    }

    /// Those of the actor's agency; those that last first.
    @Transactional
    public List<Held> list() {
        List<HoldStore.Row> rows = store.list();
        rows.forEach(
                row -> audit.record(AuditEntry.of("retention.hold-read", KIND, row.id().value())));
        return rows.stream().map(this::held).toList();
    }

    /// @throws NotHere when it is not there for this actor
    @Transactional
    public Held get(HoldId id) {
        HoldStore.Row row = store.find(id).orElseThrow(NotHere::new);
        audit.record(AuditEntry.of("retention.hold-read", KIND, row.id().value()));
        return held(row);
    }

    /// @param reference of a report of the actor's agency
    /// @return empty where there is none of that reference
    @Transactional
    public Optional<HoldId> put(String reference, HoldTerms terms) {
        Optional<ReportId> report = references.findToHold(reference);
        if (report.isEmpty()) {
            audit.record(AuditEntry.of("retention.hold-not-found", KIND, null));
            return Optional.empty();
        }
        UUID subject = report.get().value();
        HoldId id = new HoldId(UUID.randomUUID());
        KeyId key = words.ownKey();
        Actor.Person me = Acting.person();
        store.insert(
                new HoldStore.Row(
                        id,
                        subject,
                        me.agency(),
                        key,
                        terms.why(),
                        words.seal(key, id.value(), reference, terms),
                        me.account(),
                        clock.instant(),
                        terms.review(),
                        1,
                        null));
        access.hold(id.value(), REPORT, subject);
        audit.record(AuditEntry.of("retention.hold-put", KIND, id.value()));
        return Optional.of(id);
    }

    /// @throws Stale when somebody changed it meanwhile
    @Transactional
    public void review(HoldId id, int version, LocalDate next) {
        if (store.find(id).isEmpty()) {
            throw new NotHere();
        }
        if (!store.review(id, version, next)) {
            throw new Stale();
        }
        audit.record(AuditEntry.of("retention.hold-reviewed", KIND, id.value(), "review"));
    }

    /// @param why in a few words, also where somebody else than whoever put it ends it
    /// @throws Stale when somebody changed it meanwhile
    @Transactional
    public void end(HoldId id, int version, String why) {
        HoldStore.Row row = store.find(id).orElseThrow(NotHere::new);
        if (!store.end(
                id, version, clock.instant(), Acting.person().account(), words.sealEnd(row, why))) {
            throw new Stale();
        }
        access.release(id.value());
        audit.record(AuditEntry.of("retention.hold-ended", KIND, id.value()));
    }

    private Held held(HoldStore.Row row) {
        Map<String, String> said = words.open(row);
        return new Held(
                row.id(),
                said.getOrDefault("reference", ""),
                new HoldTerms(
                        row.why(),
                        said.getOrDefault("authority", ""),
                        said.getOrDefault("number", ""),
                        said.getOrDefault("reason", ""),
                        row.review()),
                accounts.find(row.by()).map(AccountView::name).orElse(""),
                row.since(),
                row.version(),
                row.endedAt());
    }
}
