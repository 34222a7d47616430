package org.diogel.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
import org.diogel.consent.Agreement;
import org.diogel.consent.Consents;
import org.diogel.consent.Given;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// What she can do with a report that was sent. The code alone: see its state and messages, add,
/// stop. With the second secret as well: read what she told, who was told and who looked, change her
/// choices, delete. Every method throws [NotHere] when the report is gone or still a draft, and
/// [IllegalStateException] when the second secret is missing where it is needed.
@Service
public class Receipts {

    /// Between asking for deletion and deleting: time to notice that somebody else asked.
    public static final Duration QUIET = Duration.ofDays(7);

    private final Telling telling;
    private final ReportStore store;
    private final Content content;
    private final Access access;
    private final Desks desks;
    private final Consents consents;
    private final Audit audit;
    private final SecondSecret secrets;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<StatusSource> sources;
    private final ObjectProvider<Hold> holds;
    private final Enclosures enclosures;
    private final Moving moving;
    private final OwnView view;

    Receipts(
            Telling telling,
            ReportStore store,
            Content content,
            Access access,
            Desks desks,
            Consents consents,
            Audit audit,
            SecondSecret secrets,
            ApplicationEventPublisher events,
            ObjectProvider<StatusSource> sources,
            ObjectProvider<Hold> holds,
            Enclosures enclosures,
            Moving moving,
            OwnView view) {
        this.telling = telling;
        this.store = store;
        this.content = content;
        this.access = access;
        this.desks = desks;
        this.consents = consents;
        this.audit = audit;
        this.secrets = secrets;
        this.events = events;
        this.sources = sources;
        this.holds = holds;
        this.enclosures = enclosures;
        this.moving = moving;
        this.view = view;
    }

    /// What the code alone shows, for a page that does not show the messages.
    public Receipt get(Ticket ticket) {
        return telling.as(ticket, () -> receipt(ticket, sent(ticket)));
    }

    /// The same for the page that shows the messages: they count as read from now on.
    public Receipt show(Ticket ticket) {
        return telling.as(
                ticket,
                () -> {
                    Row row = sent(ticket);
                    Receipt receipt = receipt(ticket, row);
                    content.noteRead(row, Addition.Author.DESK, telling.now());
                    return receipt;
                });
    }

    /// The ticket with the second secret proved; empty when it is wrong or none was set.
    public Optional<Ticket> prove(Ticket ticket, String secret) {
        Optional<String> hash =
                telling.as(ticket, () -> Optional.ofNullable(sent(ticket).secondHash()));
        return hash.filter(h -> secrets.matches(secret, h)).map(h -> ticket.withSecond());
    }

    /// What the second secret shows.
    public Told told(Ticket ticket) {
        requireSecond(ticket);
        return telling.as(ticket, () -> view.of(sent(ticket)));
    }

    /// Adds something to what was told.
    public void add(Ticket ticket, String text) {
        add(ticket, Addition.Kind.ADD, text);
    }

    /// As [#add(Ticket,String)]; that something is wrong is written down as well, for what was made
    /// from it has to be mended.
    public void add(Ticket ticket, Addition.Kind kind, String text) {
        telling.as(
                ticket,
                () -> {
                    Row row = sent(ticket);
                    content.addHers(row, kind, text, telling.now());
                    if (kind == Addition.Kind.CORRECT) {
                        store.addEvent(row.id(), "wrong", telling.now());
                    }
                    audit.record(AuditEntry.of("report.added", "report", row.id().value()));
                    return true;
                });
    }

    /// Stops all further sharing at once. The code alone is enough for that, and not for resuming.
    public void stop(Ticket ticket) {
        telling.as(
                ticket,
                () -> {
                    stopAll(sent(ticket));
                    return true;
                });
    }

    /// Agrees to these recipients and to no other; to none where nothing of it may be shared.
    ///
    /// @param seen what the page showed ([Told#seen])
    /// @return false when something else would go by now than she was shown; nothing is changed then
    public boolean choose(Ticket ticket, Set<String> agreed, Lang lang, String seen) {
        requireSecond(ticket);
        return telling.as(
                ticket,
                () -> {
                    Row row = sent(ticket);
                    // Read once: what is compared is what she agrees to.
                    Answers answers = content.open(row);
                    List<Going> going = enclosures.going(row.id());
                    if (!seen.equals(Told.seen(answers, going))) {
                        return false;
                    }
                    Set<String> before =
                            consents.current(row.id().value()).stream()
                                    .map(Agreement::recipient)
                                    .collect(Collectors.toCollection(HashSet::new));
                    Map<String, byte[]> now =
                            Sender.agreed(answers, going, agreed, consents.listRecipients());
                    consents.record(
                            row.id().value(), now, lang, Questions.VERSION, Given.HERSELF, null);
                    store.setStopped(row.id(), null);
                    store.addEvent(row.id(), "choices", telling.now());
                    audit.record(
                            AuditEntry.of("report.choices-changed", "report", row.id().value()));
                    before.removeAll(now.keySet());
                    if (!before.isEmpty()) {
                        events.publishEvent(new SharingStopped(row.id()));
                    }
                    return true;
                });
    }

    /// Asks for deletion: sharing and looking end now, the report itself after seven quiet days.
    ///
    /// @return false while somebody else must be able to read it ([Receipt#kept])
    public boolean delete(Ticket ticket) {
        requireSecond(ticket);
        return telling.as(
                ticket,
                () -> {
                    Row row = sent(ticket);
                    if (kept(ticket, row) != Receipt.Kept.NOT) {
                        return false;
                    }
                    stopAll(row);
                    access.revokeAll("report", row.id().value());
                    store.eraseAfter(row.id(), telling.now().plus(QUIET));
                    store.addEvent(row.id(), "erasing", telling.now());
                    audit.record(
                            AuditEntry.of("report.deletion-asked", "report", row.id().value()));
                    return true;
                });
    }

    /// Keeps it after all. Sharing stays stopped until she chooses again.
    public void keep(Ticket ticket) {
        requireSecond(ticket);
        telling.as(
                ticket,
                () -> {
                    Row row = sent(ticket);
                    if (row.eraseAfter() != null) {
                        AgencyId desk =
                                desks.find(content.open(row)).map(Agency::id).orElseThrow(NotHere::new);
                        access.give(
                                new Grant(
                                        "report",
                                        row.id().value(),
                                        desk,
                                        "answer",
                                        "kept after all",
                                        null));
                        store.keep(row.id(), desk);
                        store.addEvent(row.id(), "kept", telling.now());
                        audit.record(AuditEntry.of("report.kept", "report", row.id().value()));
                        if (enclosures.showsChild(row.id())) {
                            moving.callLead(row.id());
                        }
                    }
                    return true;
                });
    }

    private void stopAll(Row row) {
        consents.withdrawAll(row.id().value());
        if (row.stoppedAt() == null) {
            store.setStopped(row.id(), telling.now());
            store.addEvent(row.id(), "stopped", telling.now());
        }
        audit.record(AuditEntry.of("report.sharing-stopped", "report", row.id().value()));
        events.publishEvent(new SharingStopped(row.id()));
    }

    private Row sent(Ticket ticket) {
        Row row = telling.get(ticket);
        if (row.isDraft()) {
            throw new NotHere();
        }
        return row;
    }

    /// Both ways where the second secret was given; the code alone shows what the desk wrote.
    private List<Addition> messages(Row row) {
        return content.additions(row).stream()
                .filter(a -> a.author() != Addition.Author.NOTE)
                .toList();
    }

    /// What holds it in a later feature is told like any other risk: that a child or a life may be at
    /// one, and nothing else. Deletion needs the second secret, so the code alone is not asked.
    private Receipt.Kept kept(Ticket ticket, Row row) {
        Receipt.Kept own = Receipt.Kept.of(row, telling.now());
        boolean held =
                ticket.second() && holds.orderedStream().anyMatch(one -> one.isHeld(row.id()));
        if (own == Receipt.Kept.POLICE && consents.isSafePlace(row.id().value())) {
            return Receipt.Kept.WORKER;
        }
        return own == Receipt.Kept.NOT && held ? Receipt.Kept.HELD : own;
    }

    private Receipt receipt(Ticket ticket, Row row) {
        List<StatusLine> lines = new ArrayList<>(store.events(row.id()));
        sources.orderedStream().forEach(source -> lines.addAll(source.statusOf(row.id())));
        if (consents.isSafePlace(row.id().value())) {
            lines.removeIf(line -> !line.isHers());
        }
        lines.sort(Comparator.comparing(StatusLine::at));
        Instant sentAt = row.sentAt();
        @Nullable Instant due = row.firstOpened() == null ? row.due() : null;
        return new Receipt(
                row.reference(),
                row.state(),
                row.lang(),
                sentAt == null ? telling.now() : sentAt,
                due,
                row.stoppedAt() != null,
                row.eraseAfter(),
                row.secondHash() != null,
                kept(ticket, row),
                row.keptUntil(),
                messages(row),
                lines,
                row.eraseAfter() != null && access.isHeld(row.id().value()));
    }

    private static void requireSecond(Ticket ticket) {
        if (!ticket.second()) {
            throw new IllegalStateException("This needs the second secret");
        }
    }
}
