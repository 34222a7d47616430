package org.diogel.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.diogel.kernel.Region;
import org.diogel.web.Leaf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the queue a page at a time.
@Component
class QueueLeaves {

    private final QueueStore store;
    private final Clock clock;

    QueueLeaves(QueueStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    QueueLeaf open(
            QueueFilter filter, @Nullable Region region, @Nullable String page, boolean lead) {
        Instant now = clock.instant();
        // What the lead has above stands in no row as well, unless it was asked for.
        boolean aside = lead && filter != QueueFilter.WAITING;
        List<QueueTally> tallies = store.tallies(now);
        Leaf leaf = Leaf.of(page, QueueLeaf.count(tallies, filter, region, aside));
        List<Row> rows = store.list(filter, region, aside, now, leaf.before(), Leaf.ROWS);
        List<Row> alarms =
                lead
                        ? store.list(QueueFilter.WAITING, null, false, now, 0, Leaf.ROWS)
                        : List.of();
        return new QueueLeaf(filter, region, leaf, items(rows, lead), items(alarms, lead), tallies);
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
