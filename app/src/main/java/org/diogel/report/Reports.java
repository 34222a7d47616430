package org.diogel.report;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for whoever answers: the desk's moderators, caseworkers and safeguarding leads. What
/// somebody may not see is answered as what is not there ([NotHere]) and noted as a refused look.
@Service
public class Reports {

    private final ReportStore store;
    private final Content content;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reports(
            ReportStore store,
            Content content,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.content = content;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Every report of the actor's desk: unread and due first, then by clock; held and closed last.
    @Transactional(readOnly = true)
    public List<QueueItem> listQueue() {
        boolean lead = Acting.person().has(Role.SAFEGUARDING_LEAD);
        return store.queue().stream().map(row -> item(row, lead)).toList();
    }

    /// @throws NotHere when it is not there for this actor
    public QueueItem get(ReportId id) {
        return seen(id, () -> item(find(id), Acting.person().has(Role.SAFEGUARDING_LEAD)));
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
                                    Row row = readable(id);
                                    Answers answers = content.open(row);
                                    List<Addition> additions = content.additions(row);
                                    store.noteOpened(id, clock.instant());
                                    content.noteRead(row, Addition.Author.HOLDER, clock.instant());
                                    audit.record(
                                            new AuditEntry(
                                                    "report.opened",
                                                    "report",
                                                    id.value(),
                                                    fields(answers, additions)));
                                    return new Opened(
                                            item(row, Acting.person().has(Role.SAFEGUARDING_LEAD)),
                                            answers,
                                            additions);
                                }));
    }

    /// What one recipient gets of it: the same function that showed it to her.
    ///
    /// @throws NotHere as [#open]
    public Excerpt excerpt(ReportId id, SharingChoice choice) {
        return seen(
                id,
                () -> {
                    Excerpt excerpt = Excerpt.of(content.open(readable(id)), choice);
                    audit.record(
                            new AuditEntry(
                                    "report.excerpt",
                                    "report",
                                    id.value(),
                                    excerpt.shown().stream().map(Excerpt.Shown::field).toList()));
                    return excerpt;
                });
    }

    /// The safeguarding lead's decision about a report that waits or is held.
    ///
    /// @param reason sealed with the report, for the desk
    /// @throws Stale when somebody decided first
    public void decideScreening(ReportId id, ScreeningDecision decision, String reason) {
        move(id, null, decision.to, reason, List.of("state"));
    }

    /// As above, by somebody who saw version `seen` and found `ground`, which is written down.
    ///
    /// @throws Stale when anything changed since
    public void decideScreening(ReportId id, int seen, ScreeningGround ground, String reason) {
        move(id, seen, ground.decision.to, reason, List.of("state", ground.label()));
    }

    /// The desk's answer about a report whose two questions she left open: it goes on with her
    /// choices, or to the safeguarding lead. Until then nothing may be made of it for others.
    ///
    /// @throws Stale when anything changed since version `seen`
    public void screen(ReportId id, int seen, ScreeningGround ground, String reason) {
        if (ground != ScreeningGround.NEITHER) {
            move(id, seen, ReportState.WAITING, reason, List.of("state", ground.label()));
            return;
        }
        seen(
                id,
                () -> {
                    Row row = readable(id);
                    if (seen != row.version() || !row.isUnscreened()) {
                        throw new Stale();
                    }
                    if (!store.markScreened(row, clock.instant())) {
                        throw new Stale();
                    }
                    note(row, "checked", reason, List.of("screening", ground.label()));
                    return true;
                });
    }

    private void note(Row row, String event, String reason, List<String> fields) {
        content.add(row, Addition.Author.NOTE, account(), reason, clock.instant());
        store.addEvent(row.id(), event, clock.instant());
        audit.record(new AuditEntry("report." + event, "report", row.id().value(), fields));
    }

    /// The desk is done with it. @throws Stale when it is not with the desk
    public void close(ReportId id, String reason) {
        move(id, null, ReportState.CLOSED, reason, List.of("state"));
    }

    /// @throws Stale when it changed since version `seen`
    public void close(ReportId id, int seen, String reason) {
        move(id, seen, ReportState.CLOSED, reason, List.of("state"));
    }

    /// Takes it up again. @throws Stale when it is not closed
    public void reopen(ReportId id, String reason) {
        move(id, null, ReportState.SENT, reason, List.of("state"));
    }

    /// @throws Stale when it changed since version `seen`
    public void reopen(ReportId id, int seen, String reason) {
        move(id, seen, ReportState.SENT, reason, List.of("state"));
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

    /// A message to her, which the code alone can read: it must be neutral.
    public void sendMessage(ReportId id, String text) {
        seen(
                id,
                () -> {
                    Row row = readable(id);
                    content.add(row, Addition.Author.DESK, account(), text, clock.instant());
                    audit.record(AuditEntry.of("report.message-sent", "report", id.value()));
                    return true;
                });
    }

    private void move(
            ReportId id,
            @Nullable Integer seen,
            ReportState to,
            String reason,
            List<String> fields) {
        seen(
                id,
                () -> {
                    Row row = readable(id);
                    if (seen != null && seen != row.version()) {
                        throw new Stale();
                    }
                    ReportMove move =
                            ReportMove.between(row.state(), to).orElseThrow(Stale::new);
                    if (move.roles.stream().noneMatch(Acting.person()::has)) {
                        throw new NotHere();
                    }
                    // Written first: once it waits, whoever passed it on may add nothing to it.
                    note(row, move.event, reason, fields);
                    if (!store.move(row, move, clock.instant(), due(row, to))) {
                        throw new Stale();
                    }
                    return true;
                });
    }

    /// A clock that begins anew, or null where it goes on.
    private @Nullable Instant due(Row row, ReportState to) {
        Severity severity = row.severity() == null ? Severity.RISKY : row.severity();
        return switch (to) {
            case SENT -> clock.instant().plus(severity.within());
            case WAITING -> clock.instant().plus(Severity.WAITING);
            default -> null;
        };
    }

    private <T> T seen(ReportId id, Supplier<T> work) {
        try {
            T result = transaction.execute(status -> work.get());
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(AuditEntry.of("report.look", "report", id.value()));
            throw hidden;
        }
    }

    private Row find(ReportId id) {
        return store.find(id).filter(r -> !r.isDraft()).orElseThrow(NotHere::new);
    }

    private Row readable(ReportId id) {
        Row row = find(id);
        if (row.waits() && !Acting.person().has(Role.SAFEGUARDING_LEAD)) {
            throw new NotHere();
        }
        return row;
    }

    private static UUID account() {
        return Acting.person().account().value();
    }

    private static List<String> fields(Answers answers, List<Addition> additions) {
        List<String> fields = new java.util.ArrayList<>(answers.values().keySet());
        if (!additions.isEmpty()) {
            fields.add("additions");
        }
        return fields.stream().sorted().toList();
    }

    private static QueueItem item(Row row, boolean lead) {
        if (row.sentAt() == null || row.due() == null) {
            throw new IllegalStateException("A sent report has its times");
        }
        // That one waits is seen by the whole desk; how bad and where, by the lead alone.
        boolean hidden = row.waits() && !lead;
        return new QueueItem(
                row.id(),
                row.reference(),
                row.state(),
                hidden ? null : row.severity(),
                hidden ? null : row.region(),
                row.lang(),
                row.sentAt(),
                row.due(),
                flags(row, lead),
                row.version());
    }

    private static Set<QueueItem.Flag> flags(Row row, boolean lead) {
        Set<QueueItem.Flag> flags = EnumSet.noneOf(QueueItem.Flag.class);
        if (lead && (row.child() == Screening.YES || row.child() == Screening.UNSURE)) {
            flags.add(QueueItem.Flag.CHILD);
        }
        if (lead && (row.life() == Screening.YES || row.life() == Screening.UNSURE)) {
            flags.add(QueueItem.Flag.LIFE);
        }
        if (row.isUnscreened()) {
            flags.add(QueueItem.Flag.UNSCREENED);
        }
        if (row.stoppedAt() != null) {
            flags.add(QueueItem.Flag.STOPPED);
        }
        if (row.added()) {
            flags.add(QueueItem.Flag.ADDED);
        }
        if (row.firstOpened() == null) {
            flags.add(QueueItem.Flag.UNOPENED);
        }
        return flags;
    }
}
