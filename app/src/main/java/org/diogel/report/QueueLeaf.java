package org.diogel.report;

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

    boolean isEmpty() {
        return tallies.isEmpty();
    }

    /// @param where null for everywhere
    long count(QueueFilter counted, @Nullable Region where) {
        return count(tallies, counted, where, false);
    }

    static long count(
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
