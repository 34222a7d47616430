package org.diogel.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Region;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for members: what was published for them.
@Service
public class Board {

    private final AlertStore store;
    private final AlertListStore lists;
    private final NoteStore notes;
    private final Contents contents;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Board(
            AlertStore store,
            AlertListStore lists,
            NoteStore notes,
            Contents contents,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lists = lists;
        this.notes = notes;
        this.contents = contents;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param unread whether this member has not opened it yet
    public record Entry(AlertRow row, boolean unread) {}

    /// One warning as a member sees it.
    ///
    /// @param warning empty once it is no longer in force
    /// @param newer the warning that took its place
    public record Reading(AlertRow row, Optional<Warning> warning, Optional<AlertId> newer) {}

    /// One page of what is in force, newest first, and all that lately ended before its time.
    ///
    /// @param region the only one to be shown; null for all
    /// @param all how many are in force, whatever the region
    /// @param byRegion how many of them there are in each region of which there is one
    public record Listed(
            @Nullable Region region,
            Leaf leaf,
            List<Entry> inForce,
            List<AlertRow> noLongerTrue,
            long all,
            Map<Region, Long> byRegion) {}

    /// @param page as the address had it
    public Listed list(@Nullable Region region, @Nullable String page) {
        return read(
                () -> {
                    Actor.Person me = Acting.person();
                    Instant now = clock.instant();
                    Map<Region, Long> byRegion = lists.countByRegion(me.agency(), now);
                    long all = lists.countInForce(me.agency(), now);
                    Leaf leaf =
                            Leaf.of(page, region == null ? all : byRegion.getOrDefault(region, 0L));
                    return new Listed(
                            region,
                            leaf,
                            lists.inForce(
                                            me.agency(),
                                            me.account().value(),
                                            region,
                                            now,
                                            leaf.before(),
                                            Leaf.ROWS)
                                    .stream()
                                    .map(one -> new Entry(one.row(), !one.read()))
                                    .toList(),
                            lists.noLongerTrue(
                                    me.agency(), now.minus(Duration.ofDays(AlertRow.DAYS_SEEN))),
                            all,
                            byRegion);
                });
    }

    /// Opens one and writes down that it was read.
    ///
    /// @throws NotHere when it was not published for this member
    public Reading open(AlertId id) {
        try {
            return read(
                    () -> {
                        AlertRow row =
                                store.find(id).filter(this::isForMe).orElseThrow(NotHere::new);
                        Optional<Warning> warning =
                                row.isInForce(clock.instant())
                                        ? contents.find(id)
                                        : Optional.empty();
                        Actor.Person me = Acting.person();
                        if (warning.isPresent()) {
                            notes.insertReading(id, me.account(), me.agency(), clock.instant());
                        }
                        audit.record(AuditEntry.of("alert.read", "alert", id.value()));
                        Optional<AlertId> newer =
                                lists.correcting(id).stream()
                                        .filter(this::isForMe)
                                        .map(AlertRow::id)
                                        .findFirst();
                        return new Reading(row, warning, newer);
                    });
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("alert.look", "alert", id.value()));
            throw hidden;
        }
    }

    /// Cards of those of these warnings that are in force for this member, the most dangerous first,
    /// then the newest. Nothing is written down: neither that somebody asked nor of which. Whoever
    /// opens a warning is written down as ever.
    public List<Card> cards(Collection<AlertId> ids) {
        return read(
                () ->
                        ids.stream()
                                .distinct()
                                .flatMap(id -> store.find(id).stream())
                                .filter(row -> isForMe(row) && row.isInForce(clock.instant()))
                                .flatMap(row -> contents.find(row.id()).map(w -> card(row, w)).stream())
                                .sorted(
                                        Comparator.comparing(Card::severity)
                                                .thenComparing(
                                                        Card::since, Comparator.reverseOrder()))
                                .toList());
    }

    private static Card card(AlertRow row, Warning warning) {
        return new Card(
                row.id(),
                row.severity(),
                row.regions(),
                warning.list("kinds"),
                warning.text("month"),
                warning.list("advice"),
                Objects.requireNonNull(row.publishedAt()));
    }

    /// A moderator who is a member too sees here only what members see.
    private boolean isForMe(AlertRow row) {
        return row.isSeenByMembers(clock.instant()) && row.isFor(Acting.person().agency());
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new NotHere();
        }
        return result;
    }
}
