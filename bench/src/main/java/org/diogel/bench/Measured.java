package org.diogel.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How long requests of one kind took, in nanoseconds.
final class Measured {

    private final Queue<Long> took = new ConcurrentLinkedQueue<>();

    void add(long nanos) {
        took.add(nanos);
    }

    int count() {
        return took.size();
    }

    /// Milliseconds that so many of a hundred stayed within; 0 where nothing was measured.
    double percentile(double percent) {
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int place = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.clamp(place, 0, sorted.length - 1)] / 1e6;
    }
}
