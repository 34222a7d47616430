package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds a transfer for a count that has no box: one person more in one inner cell, one fewer in
/// another, and so in all that either is counted in. It changes more counts than a box, but asks
/// little of the table: where true zeros must be shown and stand in every box's way, all it needs is
/// another inner cell that is large enough.
final class TransferSearch {

    /// How many inner cells below a count are tried.
    private static final int TRIES = 64;

    private final Lattice lattice;
    private final List<Paths> paths;
    private final int[] leaves;
    private final long[] cost;
    private final long[] slack;
    private long fall;
    private long rise;
    private long best;
    private long work;
    private int[] from;
    private int[] to;
    private int[] chosen = {};

    TransferSearch(Lattice lattice, long[] cost, long[] slack) {
        this.lattice = lattice;
        this.cost = cost;
        this.slack = slack;
        paths = lattice.dimensions().stream().map(Paths::new).toList();
        leaves = new int[paths.size()];
        from = new int[paths.size()];
        to = new int[paths.size()];
    }

    long work() {
        return work;
    }

    long price() {
        return best;
    }

    /// A transfer by which a count can fall and rise so far; the inner cells differ in as few
    /// dimensions as possible.
    @Nullable Move find(int cell, long fall, long rise, long limit) {
        this.fall = fall;
        this.rise = rise;
        best = Math.min(limit, BoxSearch.FORBIDDEN);
        int[] nodes = nodes(cell);
        int[] start = below(nodes);
        if (start.length == 0) {
            return null;
        }
        from = start;
        for (int differing = 1; differing <= nodes.length; differing++) {
            chosen = new int[0];
            to = from.clone();
            differ(0, differing, nodes, false);
            if (chosen.length > 0) {
                return move(chosen);
            }
        }
        return null;
    }

    private int[] nodes(int cell) {
        long key = lattice.key(cell);
        return IntStream.range(0, paths.size()).map(d -> lattice.node(key, d)).toArray();
    }

    /// The inner cell below that costs least with all it is counted in.
    private int[] below(int[] nodes) {
        int[] leaf = new int[nodes.length];
        int[] at = new int[nodes.length];
        int[] cheapest = {};
        long least = BoxSearch.FORBIDDEN;
        for (int tries = 0; tries < TRIES; tries++) {
            boolean alone = true;
            for (int d = 0; d < nodes.length; d++) {
                leaf[d] = paths.get(d).below(nodes[d])[at[d]];
                alone &= paths.get(d).alone(leaf[d]);
            }
            // The grand total, at key 0, stays in any transfer.
            long price = alone ? cost(leaf, new int[0], fall, least) : BoxSearch.FORBIDDEN;
            if (price < least) {
                least = price;
                cheapest = leaf.clone();
            }
            int d = nodes.length - 1;
            while (d >= 0 && ++at[d] == paths.get(d).below(nodes[d]).length) {
                at[d--] = 0;
            }
            if (d < 0) {
                break;
            }
        }
        return cheapest;
    }

    private void differ(int d, int differing, int[] nodes, boolean outside) {
        if (d == nodes.length) {
            if (outside) {
                consider();
            }
            return;
        }
        to[d] = from[d];
        if (differing < nodes.length - d) {
            differ(d + 1, differing, nodes, outside);
        }
        if (differing > 0) {
            Paths path = paths.get(d);
            for (int leaf : path.leaves()) {
                if (leaf != from[d] && path.alone(leaf)) {
                    to[d] = leaf;
                    boolean leaves = Arrays.binarySearch(path.above(leaf), nodes[d]) < 0;
                    differ(d + 1, differing - 1, nodes, outside || leaves);
                }
            }
            to[d] = from[d];
        }
    }

    private void consider() {
        int cell = lattice.cell(key(to));
        if (cell >= 0 && (slack[cell] < rise || cost[cell] >= BoxSearch.FORBIDDEN)) {
            return;
        }
        long losses = cost(to, from, rise, best);
        if (losses < best) {
            long price = losses + cost(from, to, fall, best - losses);
            if (price < best) {
                best = price;
                chosen = to.clone();
            }
        }
    }

    private long key(int[] nodes) {
        long key = 0;
        for (int d = 0; d < nodes.length; d++) {
            key += lattice.stride(d) * nodes[d];
        }
        return key;
    }

    /// What it costs to change all that an inner cell is counted in and another is not.
    private long cost(int[] inner, int[] other, long needed, long limit) {
        long price = 0;
        for (long key : above(inner, other)) {
            int cell = lattice.cell(key);
            if (cell >= 0 && key != 0) {
                price += slack[cell] < needed ? BoxSearch.FORBIDDEN : cost[cell];
                if (price >= limit) {
                    return price;
                }
            }
        }
        return price;
    }

    private long[] above(int[] inner, int[] other) {
        long[] keys = {0};
        boolean[] common = {true};
        int count = 1;
        for (int d = 0; d < inner.length; d++) {
            int[] above = paths.get(d).above(inner[d]);
            int[] its = other.length == 0 ? new int[0] : paths.get(d).above(other[d]);
            long[] next = new long[count * above.length];
            boolean[] shared = new boolean[next.length];
            int n = 0;
            for (int node : above) {
                boolean both = Arrays.binarySearch(its, node) >= 0;
                for (int k = 0; k < count; k++) {
                    shared[n] = common[k] && both;
                    next[n++] = keys[k] + lattice.stride(d) * node;
                }
            }
            keys = next;
            common = shared;
            count = n;
        }
        work += count;
        int n = 0;
        for (int k = 0; k < count; k++) {
            if (!common[k]) {
                keys[n++] = keys[k];
            }
        }
        return Arrays.copyOf(keys, n);
    }

    private Move move(int[] other) {
        List<long[]> changes = new ArrayList<>();
        for (long key : above(from, other)) {
            changes.add(new long[] {lattice.cell(key), 1});
        }
        for (long key : above(other, from)) {
            changes.add(new long[] {lattice.cell(key), -1});
        }
        changes.removeIf(c -> c[0] < 0);
        changes.sort((a, b) -> Long.compare(a[0], b[0]));
        return new Move(
                changes.stream().mapToInt(c -> (int) c[0]).toArray(),
                changes.stream().mapToLong(c -> c[1]).toArray());
    }
}
