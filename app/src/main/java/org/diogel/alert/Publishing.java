package org.diogel.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.consent.NotAgreed;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.report.ReportId;
import org.diogel.report.Reports;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for publishing, confirming, returning and taking back. Publishing reads her agreement
/// again in the transaction that publishes, and that the report waits for nobody: of a withdrawal, or a
/// passing on to the safeguarding lead, at the same moment exactly one wins.
@Service
public class Publishing {

    /// Who gets warnings: the id of a recipient of consent.
    static final String MEMBERS = "members";

    /// How long one person's word is enough.
    static final Duration ALONE = Duration.ofHours(24);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final AlertStore store;
    private final NoteStore notes;
    private final Contents contents;
    private final Consents consents;
    private final Reports reports;
    private final Messages messages;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Publishing(
            AlertStore store,
            NoteStore notes,
            Contents contents,
            Consents consents,
            Reports reports,
            Messages messages,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.notes = notes;
        this.contents = contents;
        this.consents = consents;
        this.reports = reports;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The second person publishes, in both languages.
    ///
    /// @throws Stale when it changed since this version or waits for nobody
    /// @throws NotHere when it is not there for this actor
    public Outcome publish(AlertId id, int version) {
        return out(
                () -> {
                    AlertRow row = find(id, version, AlertMove.PUBLISH);
                    if (!AlertMove.PUBLISH.mayBy(Acting.who(), notes.tookPart(id, account()))) {
                        return new Outcome.SamePerson();
                    }
                    Optional<Lang> missing = missing(contents.find(id).orElseThrow(NotHere::new));
                    return missing.isPresent()
                            ? new Outcome.LanguageMissing(missing.get())
                            : letOut(row, AlertMove.PUBLISH, null);
                });
    }

    /// One person publishes in an emergency, for a day; once for a report, unless a second person
    /// joined. What is told in structured fields reads in both languages; other words may still be
    /// missing in one.
    ///
    /// @param reason why it cannot wait for a second person; sealed
    public Outcome publishAlone(AlertId id, int version, String reason) {
        try {
            return out(
                    () -> {
                        AlertRow row = find(id, version, AlertMove.PUBLISH_ALONE);
                        if (row.report() != null && store.wasAlone(row.report())) {
                            return new Outcome.AloneBefore();
                        }
                        return contents.find(id).isPresent()
                                ? letOut(row, AlertMove.PUBLISH_ALONE, reason)
                                : new Outcome.Empty();
                    });
        } catch (DuplicateKeyException another) {
            // Somebody was a moment faster, or did it at another desk: the index knows.
            return new Outcome.AloneBefore();
        }
    }

    /// A second person joins whoever published alone: it stays until it expires.
    public Outcome confirm(AlertId id, int version) {
        return run(
                () -> {
                    AlertRow row = find(id, version, AlertMove.CONFIRM);
                    if (!row.isUnconfirmed() || !row.isInForce(clock.instant())) {
                        throw new Stale();
                    }
                    if (!AlertMove.CONFIRM.mayBy(Acting.who(), notes.tookPart(id, account()))
                            || account().equals(row.proposedBy())) {
                        return new Outcome.SamePerson();
                    }
                    Optional<Lang> missing = missing(contents.find(id).orElseThrow(NotHere::new));
                    if (missing.isPresent()) {
                        return new Outcome.LanguageMissing(missing.get());
                    }
                    if (!store.confirm(id, version, account(), clock.instant())) {
                        throw new Stale();
                    }
                    notes.insertApproval(id, account(), false, clock.instant());
                    done(id, AlertMove.CONFIRM, null);
                    return new Outcome.Done();
                });
    }

    /// Gives it back to whoever wrote it.
    public void giveBack(AlertId id, int version) {
        run(
                () -> {
                    find(id, version, AlertMove.RETURN);
                    if (!store.move(id, version, AlertMove.RETURN)) {
                        throw new Stale();
                    }
                    done(id, AlertMove.RETURN, null);
                    return new Outcome.Done();
                });
    }

    /// Takes it back at once: members see only that, and what has not gone never goes.
    ///
    /// @param reason sealed
    public void withdraw(AlertId id, int version, String reason) {
        run(
                () -> {
                    AlertRow row = store.findForChange(id).filter(this::isOurs).orElseThrow(NotHere::new);
                    AlertMove move = AlertMove.withdrawing(row.state()).orElseThrow(Stale::new);
                    if (row.version() != version || !store.end(id, move, clock.instant())) {
                        throw new Stale();
                    }
                    contents.note(
                            id, move.event, reason, messages.cancel(AlertClock.KIND, id.value()));
                    events.publishEvent(new AlertEnded(id, move.to, null));
                    audit.record(AuditEntry.of("alert." + move.event, "alert", id.value(), "state"));
                    return new Outcome.Done();
                });
    }

    private Outcome letOut(AlertRow row, AlertMove move, @Nullable String reason) {
        AlertId id = row.id();
        byte[] digest = row.report() == null ? null : stillAgreed(row.report());
        if (row.report() != null && digest == null) {
            return new Outcome.NotAgreed();
        }
        boolean alone = move == AlertMove.PUBLISH_ALONE;
        Instant now = clock.instant();
        boolean published =
                store.publish(
                        id,
                        row.version(),
                        new AlertStore.Publication(
                                alone ? null : account(),
                                alone ? now.plus(ALONE) : null,
                                now,
                                now.plus(Duration.ofDays(row.days())),
                                now.atZone(LONDON).toLocalDate().plusDays(row.reviewDays())));
        if (!published) {
            throw new Stale();
        }
        if (row.report() != null) {
            events.publishEvent(
                    new AlertPublished(id, row.report(), row.agency(), row.corrects()));
        }
        String what = "warning";
        if (row.corrects() != null) {
            what = "correction";
            replace(row.corrects(), id);
        }
        if (row.report() != null && digest != null) {
            UUID subject = row.report().value();
            consents.disclosed(
                    subject, MEMBERS, what, id.value(), consents.mark(subject, digest));
        }
        notes.insertApproval(id, account(), alone, now);
        done(id, move, reason);
        return new Outcome.Done();
    }

    /// What she was shown, if she agrees still and the report may go out. Her agreement, the report, the
    /// warning: locked in the order of whoever takes it back or passes the report to the safeguarding
    /// lead.
    private byte @Nullable [] stillAgreed(ReportId report) {
        return consents.isStill(report.value(), MEMBERS) && reports.maySendStill(report)
                ? reports.excerpt(report, SharingChoice.WARNING).digest()
                : null;
    }

    /// The earlier one makes room; it may have ended by itself in between.
    private void replace(AlertId earlier, AlertId correction) {
        if (store.end(earlier, AlertMove.CORRECT, clock.instant())) {
            contents.note(
                    earlier,
                    AlertMove.CORRECT.event,
                    null,
                    messages.cancel(AlertClock.KIND, earlier.value()));
            events.publishEvent(new AlertEnded(earlier, AlertMove.CORRECT.to, correction));
        }
    }

    private AlertRow find(AlertId id, int version, AlertMove move) {
        AlertRow row = store.find(id).filter(this::isOurs).orElseThrow(NotHere::new);
        if (row.state() != move.from || row.version() != version) {
            throw new Stale();
        }
        return row;
    }

    private boolean isOurs(AlertRow row) {
        Actor.Person me = Acting.person();
        return me.has(Role.MODERATOR) && row.agency().equals(me.agency());
    }

    private void done(AlertId id, AlertMove move, @Nullable String reason) {
        contents.note(id, move.event, reason, null);
        audit.record(AuditEntry.of("alert." + move.event, "alert", id.value(), "state"));
    }

    private static Optional<Lang> missing(Warning warning) {
        return Lang.whole().stream().filter(warning::lacks).findFirst();
    }

    private static AccountId account() {
        return Acting.person().account();
    }

    /// What would go has to be made from what she was shown: where it no longer is, it was not agreed.
    private Outcome out(Supplier<Outcome> work) {
        try {
            return run(work);
        } catch (NotAgreed shownOtherwise) {
            return new Outcome.NotAgreed();
        }
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
