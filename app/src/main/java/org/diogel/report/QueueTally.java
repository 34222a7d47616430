package org.diogel.report;

import java.util.Map;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;

/// How many reports of one area and state each filter admits.
///
/// @param region null where it was not said or is hidden
/// @param total of all filters and of what none admits
public record QueueTally(
        @Nullable Region region, ReportState state, Map<QueueFilter, Long> counts, long total) {

    long count(QueueFilter filter) {
        return counts.getOrDefault(filter, 0L);
    }
}
