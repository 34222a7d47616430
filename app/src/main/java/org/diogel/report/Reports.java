package org.diogel.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for whoever answers: the desk's moderators, caseworkers and safeguarding leads. What
/// somebody may not see is answered as what is not there ([NotHere]) and noted as a refused look.
@Service
public class Reports {

    private final ReportStore store;
    private final QueueLeaves queue;
    private final Content content;
    private final Audit audit;
    private final Moving moving;
    private final Enclosures enclosures;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reports(
            ReportStore store,
            QueueLeaves queue,
            Content content,
            Audit audit,
            Moving moving,
            Enclosures enclosures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.queue = queue;
        this.content = content;
        this.audit = audit;
        this.moving = moving;
        this.enclosures = enclosures;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// One page of the reports of the actor's desk: overdue, unread and dangerous first, then by clock;
    /// held and closed last.
    ///
    /// @param region null for everywhere
    /// @param page as the address had it
    @Transactional(readOnly = true)
    public QueueLeaf listQueue(
            QueueFilter filter, @Nullable Region region, @Nullable String page) {
        return queue.open(filter, region, page, isLead());
    }

    /// Those of them that are there for this actor, by their ids.
    @Transactional(readOnly = true)
    public Map<ReportId, QueueItem> list(Collection<ReportId> ids) {
        return queue.some(ids, isLead()).stream()
                .collect(Collectors.toMap(QueueItem::id, Function.identity()));
    }

    /// Those of the desk that wait for the safeguarding lead, decided or not.
    @Transactional(readOnly = true)
    public Set<ReportId> listWaiting() {
        return queue.waiting();
    }

    /// @throws NotHere when it is not there for this actor
    public QueueItem get(ReportId id) {
        return seen(id, () -> find(id).item(isLead()));
    }

    /// As [QueueItem#maySend], true until the transaction ends: whoever passes the report to the
    /// safeguarding lead waits for this transaction, or this one for that. Locks are taken in this
    /// order: her agreement ([org.diogel.consent.Consents]), the report, what was made of it, messages.
    ///
    /// @throws NotHere when it is not there for this actor
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean maySendStill(ReportId id) {
        return seen(
                id,
                () -> {
                    store.holdStill(id);
                    return find(id).item(isLead()).maySend();
                });
    }

    /// Unseals everything for one look, written down with its purpose and the fields that were there.
    ///
    /// @param purpose small letters and hyphens, at most 40
    /// @throws NotHere when it is not there for this actor, or waits for the safeguarding lead
    public Opened open(ReportId id, String purpose) {
        return Acting.forPurpose(
                purpose,
                () ->
                        seen(
                                id,
                                () -> {
                                    // Locked: what she adds now was not shown and stays unread.
                                    Row row = readable(store.lock(id));
                                    Opened opened = unsealed(row, "report.opened");
                                    store.noteOpened(id, clock.instant());
                                    content.noteRead(row, Addition.Author.HOLDER, clock.instant());
                                    return opened;
                                }));
    }

    /// Unseals everything for a comparison nobody reads: written down like a look, and neither the
    /// report nor what she added counts as read.
    ///
    /// @throws NotHere as [#open]
    public Opened readForChecks(ReportId id, String purpose) {
        return Acting.forPurpose(
                purpose,
                () -> seen(id, () -> unsealed(readable(id), "report.read-for-checks")));
    }

    private Opened unsealed(Row row, String action) {
        Answers answers = content.open(row);
        List<Addition> additions = content.additions(row);
        List<Enclosed> enclosed = enclosures.of(row.id());
        audit.record(
                new AuditEntry(
                        action,
                        "report",
                        row.id().value(),
                        fields(answers, additions, enclosed)));
        return new Opened(row.item(isLead()), answers, additions, enclosed);
    }

    /// What one recipient gets of it: the same function that showed it to her.
    ///
    /// @throws NotHere as [#open]
    public Excerpt excerpt(ReportId id, SharingChoice choice) {
        return excerpt(id, row -> Excerpt.of(content.open(row), choice, enclosures.going(id)));
    }

    /// As [#excerpt(ReportId,SharingChoice)], of something she added later.
    ///
    /// @throws NotHere also when there is no such addition of hers
    public Excerpt excerpt(ReportId id, SharingChoice choice, UUID addition) {
        return excerpt(
                id,
                row ->
                        content.findHers(row, addition)
                                .map(a -> Excerpt.ofAddition(content.open(row), a, choice))
                                .orElseThrow(NotHere::new));
    }

    private Excerpt excerpt(ReportId id, Function<Row, Excerpt> of) {
        return seen(
                id,
                () -> {
                    Excerpt excerpt = of.apply(readable(id));
                    List<String> fields =
                            excerpt.shown().stream().map(Excerpt.Shown::field).toList();
                    audit.record(new AuditEntry("report.excerpt", "report", id.value(), fields));
                    return excerpt;
                });
    }

    /// Recipients that must never get it, because the person who did it may work there; read in the
    /// transaction that sends, whatever was agreed.
    ///
    /// @throws NotHere as [#open]
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> listBarred(ReportId id) {
        return seen(id, () -> Barred.of(content.open(readable(id))));
    }

    /// The answer to the two questions, by somebody who saw version `seen`. A safeguarding lead holds
    /// the report or lets it go; the desk passes it to the lead, or goes on with her choices where she
    /// left the questions open. Until then nothing may be made of it for others.
    ///
    /// @param ground written down
    /// @param reason sealed with the report, for the desk
    /// @throws Stale when anything changed since
    public void screen(ReportId id, int seen, ScreeningGround ground, String reason) {
        change(
                id,
                seen,
                row -> {
                    ReportState risk = isLead() ? ReportState.HELD : ReportState.WAITING;
                    ReportState to = ground.risk ? risk : ReportState.SENT;
                    if (row.state() == to) {
                        check(row, ground, reason);
                    } else {
                        move(row, to, reason, List.of("state", ground.label()));
                    }
                });
    }

    /// She left the questions open; somebody found neither a child nor a life at risk.
    private void check(Row row, ScreeningGround ground, String reason) {
        if (ground.risk || !row.isUnscreened() || !store.markScreened(row, clock.instant())) {
            throw new Stale();
        }
        note(row, "checked", reason, List.of("screening", ground.label()));
    }

    /// Gives it to the safeguarding lead, whatever was answered before: the alarm rings, and what was
    /// made of it is taken back in the same transaction.
    ///
    /// @throws Stale when anything changed since version `seen`, or it is not with the desk
    public void pass(ReportId id, int seen, String reason) {
        change(id, seen, row -> move(row, ReportState.WAITING, reason, List.of("state")));
    }

    /// The desk is done with it.
    ///
    /// @throws Stale when it changed since version `seen`, or is not [QueueItem#isReadyToClose]
    public void close(ReportId id, int seen, String reason) {
        change(
                id,
                seen,
                row -> {
                    if (row.state() == ReportState.SENT && !row.item(isLead()).isReadyToClose()) {
                        throw new Stale();
                    }
                    move(row, ReportState.CLOSED, reason, List.of("state"));
                });
    }

    /// Takes it up again, with a new time to read it.
    ///
    /// @throws Stale when it changed since version `seen`, or is not closed
    public void reopen(ReportId id, int seen, String reason) {
        change(id, seen, row -> move(row, ReportState.SENT, reason, List.of("state")));
    }

    /// The police need it kept until a day: she cannot have it deleted before, and is told so.
    ///
    /// @param until null: no longer
    /// @throws Stale when it changed since version `seen`
    public void keepForPolice(ReportId id, int seen, @Nullable Instant until, String reason) {
        change(
                id,
                seen,
                row -> {
                    note(
                            row,
                            until == null ? "no-longer-kept" : "kept-for-police",
                            reason,
                            List.of("kept_until"));
                    if (!store.keepUntil(row, until)) {
                        throw new Stale();
                    }
                });
    }

    /// What became of it, oldest first; keys are those that she is told.
    ///
    /// @throws NotHere when it is not there for this actor
    public List<StatusLine> history(ReportId id) {
        return seen(
                id,
                () -> {
                    find(id);
                    return store.events(id);
                });
    }

    /// How many things later features keep with it, as far as the actor may see.
    @Transactional(readOnly = true)
    public int countEnclosed(ReportId id) {
        return enclosures.count(id);
    }

    /// A message to her, which the code alone can read: it must be neutral. Sent twice under one key,
    /// it is there once.
    public void sendMessage(ReportId id, UUID key, String text) {
        seen(
                id,
                () -> {
                    Row row = readable(id);
                    if (content.addOnce(row, key, account(), text, clock.instant())) {
                        audit.record(AuditEntry.of("report.message-sent", "report", id.value()));
                    }
                    return true;
                });
    }

    private void change(ReportId id, int seen, Consumer<Row> work) {
        seen(
                id,
                () -> {
                    Row row = readable(store.lock(id));
                    if (seen != row.version()) {
                        throw new Stale();
                    }
                    work.accept(row);
                    return true;
                });
    }

    private void move(Row row, ReportState to, String reason, List<String> fields) {
        ReportMove move = ReportMove.between(row.state(), to).orElseThrow(Stale::new);
        if (move.roles.stream().noneMatch(Acting.person()::has)) {
            throw new NotHere();
        }
        // Written first: once it waits, whoever passed it on may add nothing to it.
        note(row, move.event, reason, fields);
        moving.move(row, move);
    }

    private void note(Row row, String event, String reason, List<String> fields) {
        content.add(row, Addition.Author.NOTE, account(), reason, clock.instant());
        store.addEvent(row.id(), event, clock.instant());
        audit.record(new AuditEntry("report." + event, "report", row.id().value(), fields));
    }

    private <T> T seen(ReportId id, Supplier<T> work) {
        try {
            T result = transaction.execute(status -> work.get());
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("report.look", "report", id.value()));
            throw hidden;
        }
    }

    private Row find(ReportId id) {
        return sent(store.find(id));
    }

    private Row readable(ReportId id) {
        return readable(store.find(id));
    }

    private static Row readable(Optional<Row> found) {
        Row row = sent(found);
        if (row.waits() && !isLead()) {
            throw new NotHere();
        }
        return row;
    }

    private static Row sent(Optional<Row> found) {
        return found.filter(r -> !r.isDraft()).orElseThrow(NotHere::new);
    }

    private static boolean isLead() {
        return Acting.person().has(Role.SAFEGUARDING_LEAD);
    }

    private static UUID account() {
        return Acting.person().account().value();
    }

    static List<String> fields(
            Answers answers, List<Addition> additions, List<Enclosed> enclosed) {
        List<String> fields = new ArrayList<>(answers.values().keySet());
        if (!additions.isEmpty()) {
            fields.add("additions");
        }
        if (!enclosed.isEmpty()) {
            fields.add("enclosed");
        }
        return fields.stream().sorted().toList();
    }
}
