package org.diogel.alert;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.consent.NotAgreed;
import org.diogel.consent.SharingChoice;
import org.diogel.figures.Figure;
import org.diogel.figures.Figures;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.report.Answers;
import org.diogel.report.Excerpt;
import org.diogel.report.QueueItem;
import org.diogel.report.ReportId;
import org.diogel.report.ReportKeys;
import org.diogel.report.Reports;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for moderators who write: starting, saving, proposing, looking. [Publishing] is the door
/// for what follows.
@Service
public class Alerts {

    private static final String PURPOSE = "writing-a-warning";

    private final AlertStore store;
    private final AlertListStore lists;
    private final NoteStore notes;
    private final Contents contents;
    private final Reports reports;
    private final ReportKeys keys;
    private final Consents consents;
    private final Audit audit;
    private final AlertSettings settings;
    private final Vault vault;
    private final Figures figures;
    private final LedgerBook ledger;
    private final AlertNews news;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Alerts(
            AlertStore store,
            AlertListStore lists,
            NoteStore notes,
            Contents contents,
            Reports reports,
            ReportKeys keys,
            Consents consents,
            Audit audit,
            AlertSettings settings,
            Vault vault,
            Figures figures,
            LedgerBook ledger,
            AlertNews news,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lists = lists;
        this.notes = notes;
        this.contents = contents;
        this.reports = reports;
        this.keys = keys;
        this.consents = consents;
        this.audit = audit;
        this.settings = settings;
        this.vault = vault;
        this.figures = figures;
        this.ledger = ledger;
        this.news = news;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// One page of the warnings of the actor's agency, what needs doing first.
    public record Listed(Leaf leaf, List<AlertRow> rows) {}

    /// @param ended those that count no longer; otherwise all others
    /// @param page as the address had it
    public Listed list(boolean ended, @Nullable String page) {
        return run(
                () -> {
                    AgencyId desk = Acting.person().agency();
                    Leaf leaf = Leaf.of(page, lists.count(desk, ended));
                    return new Listed(leaf, lists.list(desk, ended, leaf.before(), Leaf.ROWS));
                });
    }

    /// Every warning drawn from this report, oldest first.
    public List<AlertRow> listOf(ReportId report) {
        return run(() -> store.ofReport(report));
    }

    /// Starts a warning from what she agreed to share. Where one is being written already, that one.
    ///
    /// @throws NotHere when the report is not there for this actor
    /// @throws NotAgreed when she does not agree, or nothing may be made of the report yet
    public AlertId start(ReportId report) {
        QueueItem item = reports.get(report);
        return run(
                () ->
                        begin(
                                report,
                                null,
                                excerpt ->
                                        Prefill.of(excerpt, item.lang(), settings.fullNumbers())));
    }

    /// Starts a correction: a warning that takes the place of this one when two people publish it.
    /// Where one is being written already, that one.
    ///
    /// @throws NotHere when it is not there or not published
    /// @throws NotAgreed as [#start]
    public AlertId correct(AlertId id) {
        AlertRow row = run(() -> find(id));
        if (row.state() != AlertState.PUBLISHED) {
            throw new NotHere();
        }
        return run(
                () -> {
                    Warning before = contents.find(id).orElseThrow(NotHere::new);
                    return row.report() == null
                            ? lists.correcting(id).stream()
                                    .filter(r -> r.state().isOpen())
                                    .map(AlertRow::id)
                                    .findFirst()
                                    .orElseGet(() -> createFor(row.kind(), id, before))
                            : begin(row.report(), id, _ -> before);
                });
    }

    /// Starts one that comes from no report: somebody else asks members something.
    ///
    /// @param source who asked and why; stays as it is
    public AlertId startFor(AlertKind kind, Warning source) {
        if (kind.fromReport()) {
            throw new IllegalArgumentException("This kind comes from a report");
        }
        return run(() -> createFor(kind, null, source));
    }

    /// @param corrects whose place it takes; null for a warning of its own
    private AlertId begin(
            ReportId report, @Nullable AlertId corrects, Function<Excerpt, Warning> from) {
        consents.requireStill(report.value(), Publishing.MEMBERS);
        if (!reports.get(report).maySend()) {
            throw new NotAgreed();
        }
        return store.ofReport(report).stream()
                .filter(row -> row.state().isOpen() && Objects.equals(row.corrects(), corrects))
                .map(AlertRow::id)
                .findFirst()
                .orElseGet(
                        () -> {
                            Excerpt excerpt = reports.excerpt(report, SharingChoice.WARNING);
                            return create(report, corrects, from.apply(excerpt));
                        });
    }

    /// @throws NotHere when it is not there for this actor
    public Sheet open(AlertId id) {
        AlertRow row = run(() -> find(id));
        Optional<Sheet.Original> original =
                row.state().isOpen() && row.report() != null
                        ? Optional.of(
                                new Sheet.Original(
                                        reports.get(row.report()),
                                        reports.excerpt(row.report(), SharingChoice.WARNING)))
                        : Optional.empty();
        Figure audience = row.state().isOpen() ? audience(id) : Figures.listed(0);
        return run(
                () -> {
                    AlertRow now = find(id);
                    Optional<Warning> warning = contents.find(id);
                    audit.record(AuditEntry.of("alert.opened", "alert", id.value()));
                    return new Sheet(
                            now,
                            warning,
                            original,
                            original.map(o -> Prefill.shut(o.excerpt())).orElse(Set.of()),
                            warning.map(FlagNotes::read).orElse(List.of()),
                            contents.events(id),
                            notes.tookPart(id, account()),
                            figures.about(notes.readers(id)),
                            audience,
                            ledger.of(now));
                });
    }

    /// Saves what was written and raises flags against the report, which is opened for it.
    ///
    /// @param version the version that was read
    /// @param typed fields that are shut, and flags, are not taken over
    /// @return the flags still open
    /// @throws Stale when somebody saved first; nothing of either is lost
    public List<Flag> save(AlertId id, int version, Warning typed) {
        return write(id, version, typed).open();
    }

    /// Saves and, when nothing stands in the way, puts it before a second person.
    public Outcome propose(AlertId id, int version, Warning typed) {
        Written written = write(id, version, typed);
        if (!written.open().isEmpty()) {
            return new Outcome.Flagged(written.open());
        }
        if (!written.warning().isReady(run(() -> find(id)).kind())) {
            return new Outcome.Empty();
        }
        run(
                () -> {
                    if (!store.propose(id, version + 1, account())) {
                        throw new Stale();
                    }
                    contents.note(id, AlertMove.PROPOSE.event, null, null);
                    audit.record(AuditEntry.of("alert.proposed", "alert", id.value(), "state"));
                    return true;
                });
        return new Outcome.Done();
    }

    /// Counted as whoever tells them, who alone knows them; what comes of it is a figure and no more.
    private Figure audience(AlertId id) {
        return Acting.as(
                AlertClock.TASK,
                "counting-who-would-be-told",
                () -> figures.about(run(() -> news.audience(id))));
    }

    private record Written(Warning warning, List<Flag> open) {}

    private Written write(AlertId id, int version, Warning typed) {
        AlertRow row = run(() -> find(id));
        if (row.state() != AlertState.DRAFT || row.version() != version) {
            throw new Stale();
        }
        Checked against = against(row);
        Warning allowed = withoutShut(typed, against.shut()).with(against.source());
        Answers told = against.told();
        List<Flag> flags = Flags.of(allowed, told, settings.fullNumbers());
        return run(
                () -> {
                    if (!store.rewrite(id, version, allowed)) {
                        throw new Stale();
                    }
                    contents.put(id, FlagNotes.write(allowed, flags));
                    contents.note(id, "saved", null, null);
                    audit.record(AuditEntry.of("alert.saved", "alert", id.value(), "text"));
                    return new Written(allowed, Flags.open(flags, allowed));
                });
    }

    /// What a text is checked against.
    ///
    /// @param source who asked for it; taken over whatever was typed
    private record Checked(Answers told, Set<String> shut, Map<String, List<String>> source) {}

    private Checked against(AlertRow row) {
        Set<String> shut = WarningFields.notFor(row.kind());
        if (row.report() == null) {
            Warning before = run(() -> contents.find(row.id()).orElseThrow(NotHere::new));
            return new Checked(new Answers(Map.of()), shut, before.source());
        }
        Excerpt excerpt = reports.excerpt(row.report(), SharingChoice.WARNING);
        Set<String> all = new HashSet<>(shut);
        all.addAll(Prefill.shut(excerpt));
        return new Checked(reports.readForChecks(row.report(), PURPOSE).answers(), all, Map.of());
    }

    private static Warning withoutShut(Warning typed, Set<String> shut) {
        Map<String, List<String>> none = new HashMap<>();
        typed.source().keySet().forEach(name -> none.put(name, List.of()));
        for (WarningField field : WarningFields.all()) {
            if (shut.contains(field.name())) {
                for (Lang lang : Lang.whole()) {
                    none.put(Warning.key(field, lang), List.of());
                }
            }
        }
        return typed.with(none);
    }

    private AlertId create(
            ReportId report, @Nullable AlertId corrects, Warning warning) {
        return create(AlertKind.REPORT, report, keys.of(report), corrects, warning);
    }

    private AlertId createFor(AlertKind kind, @Nullable AlertId corrects, Warning warning) {
        return create(kind, null, vault.newKey(), corrects, warning);
    }

    private AlertId create(
            AlertKind kind,
            @Nullable ReportId report,
            KeyId key,
            @Nullable AlertId corrects,
            Warning warning) {
        AlertId id = AlertId.random();
        store.insert(
                id,
                kind,
                report,
                Acting.person().agency(),
                key,
                corrects,
                warning,
                clock.instant());
        contents.put(id, warning);
        contents.note(id, "started", null, null);
        audit.record(AuditEntry.of("alert.started", "alert", id.value()));
        return id;
    }

    private AlertRow find(AlertId id) {
        Actor.Person me = Acting.person();
        return store.find(id)
                .filter(row -> me.has(Role.MODERATOR) && row.agency().equals(me.agency()))
                .orElseThrow(NotHere::new);
    }

    private static AccountId account() {
        return Acting.person().account();
    }

    private <T> T run(Supplier<T> work) {
        try {
            T result = transaction.execute(_ -> work.get());
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("alert.look", "alert", null));
            throw hidden;
        }
    }
}
