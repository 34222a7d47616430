package org.diogel.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Region;
import org.diogel.web.Leaf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the queue a page at a time.
@Component
class QueueLeaves {

    /// From so many reports on, counting them all takes longer than the page: a desk that has them is
    /// shown its counts as they were some seconds ago. What is listed is never kept.
    private static final long MANY = 2_000;

    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int PEOPLE = 1_000;

    private final QueueStore store;
    private final Clock clock;
    private final Map<Actor.Person, Counted> counted = new ConcurrentHashMap<>();

    private record Counted(Instant at, List<QueueTally> tallies) {}

    QueueLeaves(QueueStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    QueueLeaf open(
            QueueFilter filter, @Nullable Region region, @Nullable String page, boolean lead) {
        Instant now = clock.instant();
        // What the lead has above stands in no row as well, unless it was asked for.
        boolean aside = lead && filter != QueueFilter.WAITING;
        List<QueueTally> tallies = tallies(now);
        long total = QueueLeaf.count(tallies, filter, region, aside);
        Leaf leaf = Leaf.of(page, total);
        List<Row> rows = store.list(filter, region, aside, now, leaf.before(), Leaf.ROWS, total);
        List<Row> alarms =
                lead
                        ? store.list(QueueFilter.WAITING, null, false, now, 0, Leaf.ROWS, Leaf.ROWS)
                        : List.of();
        return new QueueLeaf(filter, region, leaf, items(rows, lead), items(alarms, lead), tallies);
    }

    private List<QueueTally> tallies(Instant now) {
        Actor.Person who = Acting.person();
        Counted before = counted.get(who);
        if (before != null && now.isBefore(before.at.plus(KEPT)) && !now.isBefore(before.at)) {
            return before.tallies;
        }
        List<QueueTally> tallies = store.tallies(now);
        if (tallies.stream().mapToLong(QueueTally::total).sum() >= MANY) {
            if (counted.size() >= PEOPLE) {
                counted.clear();
            }
            counted.put(who, new Counted(now, tallies));
        }
        return tallies;
    }

    List<QueueItem> some(Collection<ReportId> ids, boolean lead) {
        return items(store.some(ids), lead);
    }

    Set<ReportId> waiting() {
        return store.waiting();
    }

    private static List<QueueItem> items(List<Row> rows, boolean lead) {
        return rows.stream().map(row -> row.item(lead)).toList();
    }
}
