package org.diogel.report;

import java.time.Instant;
import java.util.List;
import org.diogel.kernel.Region;
import org.diogel.web.Leaf;
import org.jspecify.annotations.Nullable;

/// One page of the queue, and how much there is of everything else.
///
/// @param alarms for the safeguarding lead: what waits, as much of it as a page holds
/// @param tallies of the whole queue
public record QueueLeaf(
        QueueFilter filter,
        @Nullable Region region,
        Leaf leaf,
        List<QueueItem> items,
        List<QueueItem> alarms,
        List<QueueTally> tallies) {

    static QueueLeaf of(
            QueueStore store,
            QueueFilter filter,
            @Nullable Region region,
            @Nullable String page,
            boolean lead,
            Instant now) {
        // What the lead has above stands in no row as well, unless it was asked for.
        boolean aside = lead && filter != QueueFilter.WAITING;
        List<QueueTally> tallies = store.tallies(now);
        Leaf leaf = Leaf.of(page, count(tallies, filter, region, aside));
        List<Row> rows = store.list(filter, region, aside, now, leaf.before(), Leaf.ROWS);
        List<Row> alarms =
                lead
                        ? store.list(QueueFilter.WAITING, null, false, now, 0, Leaf.ROWS)
                        : List.of();
        return new QueueLeaf(filter, region, leaf, items(rows, lead), items(alarms, lead), tallies);
    }

    static List<QueueItem> items(List<Row> rows, boolean lead) {
        return rows.stream().map(row -> row.item(lead)).toList();
    }

    boolean isEmpty() {
        return tallies.isEmpty();
    }

    /// @param where null for everywhere
    long count(QueueFilter counted, @Nullable Region where) {
        return count(tallies, counted, where, false);
    }

    private static long count(
            List<QueueTally> tallies,
            QueueFilter counted,
            @Nullable Region where,
            boolean aside) {
        return tallies.stream()
                .filter(t -> where == null || t.region() == where)
                .filter(t -> !aside || t.state() != ReportState.WAITING)
                .mapToLong(t -> t.count(counted))
                .sum();
    }
}
