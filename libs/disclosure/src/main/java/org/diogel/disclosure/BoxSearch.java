package org.diogel.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds a cheap box around a count: the elementary move of a table. In each dimension either two
/// leaves exchange one person, or one leaf gains one and all above it do too; a box is the product
/// of that over the dimensions, with an exchange in at least one so that the grand total stays.
///
/// Dimensions are decided one after the other, a few promising choices being followed in each but
/// the last, where all are tried. What a choice costs at the count's own nodes of the dimensions
/// still to be decided must be paid whatever is chosen there, so that it bounds the whole from
/// below. Ties are broken by the order of nodes.
final class BoxSearch {

    /// More than any pattern weighs.
    static final long FORBIDDEN = 1L << 56;

    /// How many boxes are tried, about, for one count.
    private static final int TRIES = 256;

    private final Lattice lattice;
    private final List<Paths> paths;
    private final int[] order;
    private final int width;
    private final long[] cost;
    private final long[] slack;
    private final Level[] levels;

    private long fall;
    private long rise;
    private long best;
    private long work;
    private long[] keys = new long[0];
    private byte[] signs = new byte[0];
    private int size;

    /// One dimension's turn.
    private static final class Level {
        final long[] up;
        final long[] down;
        final boolean[] marked;
        final int[] leaf;
        final int[] other;
        final long[] price;
        long[] keys = new long[16];
        byte[] signs = new byte[16];
        int count;
        long rest;
        int choices;

        Level(int nodes, int width) {
            up = new long[nodes];
            down = new long[nodes];
            marked = new boolean[nodes];
            leaf = new int[width];
            other = new int[width];
            price = new long[width];
        }
    }

    /// @param cost what hiding each count costs now, [#FORBIDDEN] where it must be shown; read anew
    ///     by each search
    /// @param slack how far each count can fall while it stays what a hidden count can be
    BoxSearch(Lattice lattice, long[] cost, long[] slack) {
        this.lattice = lattice;
        this.cost = cost;
        this.slack = slack;
        List<Dimension> dimensions = lattice.dimensions();
        paths = dimensions.stream().map(Paths::new).toList();
        order =
                IntStream.range(0, dimensions.size())
                        .boxed()
                        .sorted(
                                (a, b) ->
                                        Integer.compare(
                                                dimensions.get(a).size(), dimensions.get(b).size()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        width =
                order.length == 1
                        ? 1
                        : Math.max(2, (int) Math.round(Math.pow(TRIES, 1.0 / (order.length - 1))));
        levels = new Level[order.length];
        for (int l = 0; l < levels.length; l++) {
            levels[l] =
                    new Level(
                            dimensions.get(order[l]).size(), l == levels.length - 1 ? 1 : width);
        }
    }

    /// How many counts were looked at so far: the same on every machine.
    long work() {
        return work;
    }

    /// What the box found last costs.
    long price() {
        return best;
    }

    /// A box by which a count can fall and rise so far.
    ///
    /// @param limit only a box that costs less is wanted
    @Nullable Move find(int cell, long fall, long rise, long limit) {
        if (slack[cell] < fall || cost[cell] >= FORBIDDEN) {
            return null;
        }
        this.fall = fall;
        this.rise = rise;
        best = Math.min(limit, FORBIDDEN);
        size = 0;
        long key = lattice.key(cell);
        long rest = key;
        for (int l = 0; l < levels.length; l++) {
            rest -= lattice.stride(order[l]) * lattice.node(key, order[l]);
            levels[l].rest = rest;
        }
        levels[0].keys[0] = 0;
        levels[0].signs[0] = 1;
        levels[0].count = 1;
        descend(0, key, false);
        return size == 0 ? null : move();
    }

    private Move move() {
        long[] changes = new long[size];
        int n = 0;
        for (int k = 0; k < size; k++) {
            int cell = lattice.cell(keys[k]);
            if (cell >= 0) {
                changes[n++] = 2L * cell + (signs[k] > 0 ? 1 : 0);
            }
        }
        Arrays.sort(changes, 0, n);
        int[] cells = new int[n];
        long[] by = new long[n];
        for (int k = 0; k < n; k++) {
            cells[k] = (int) (changes[k] / 2);
            by[k] = changes[k] % 2 == 1 ? 1 : -1;
        }
        return new Move(cells, by);
    }

    private void descend(int l, long key, boolean exchanged) {
        Level level = levels[l];
        int dimension = order[l];
        Paths path = paths.get(dimension);
        price(level, dimension);
        level.choices = 0;
        boolean last = l == levels.length - 1;
        int node = lattice.node(key, dimension);
        for (int leaf : path.below(node)) {
            int[] above = path.above(leaf);
            long gains = 0;
            for (int n : above) {
                level.marked[n] = true;
                gains += level.up[n];
            }
            if (path.alone(leaf) && (exchanged || !last)) {
                consider(level, leaf, -1, gains);
            }
            if (node != 0) {
                exchanges(level, path, leaf, node, gains);
            }
            for (int n : above) {
                level.marked[n] = false;
            }
        }
        if (last) {
            if (level.choices > 0) {
                keep(level, path, lattice.stride(dimension));
            }
            return;
        }
        for (int c = 0; c < level.choices && level.price[c] < best; c++) {
            expand(level, levels[l + 1], path, lattice.stride(dimension), c);
            descend(l + 1, key, exchanged || level.other[c] >= 0);
        }
    }

    private void exchanges(Level level, Paths path, int leaf, int node, long gains) {
        for (int other : path.leaves()) {
            if (other == leaf || !path.exchangeable(leaf, other)) {
                continue;
            }
            long price = gains;
            boolean inside = false;
            for (int n : path.above(other)) {
                if (level.marked[n]) {
                    price -= level.up[n];
                    inside |= n == node;
                } else {
                    price += level.down[n];
                }
            }
            if (!inside) {
                consider(level, leaf, other, price);
            }
        }
    }

    private void consider(Level level, int leaf, int other, long price) {
        int room = level.price.length;
        if (price >= best || level.choices == room && price >= level.price[room - 1]) {
            return;
        }
        int at = level.choices < room ? level.choices++ : room - 1;
        while (at > 0 && level.price[at - 1] > price) {
            level.price[at] = level.price[at - 1];
            level.leaf[at] = level.leaf[at - 1];
            level.other[at] = level.other[at - 1];
            at--;
        }
        level.price[at] = price;
        level.leaf[at] = leaf;
        level.other[at] = other;
    }

    /// What each node of a dimension costs, gaining and losing, at what is decided already and at
    /// the count's own nodes of what is not.
    private void price(Level level, int dimension) {
        long stride = lattice.stride(dimension);
        for (int n = 0; n < level.up.length; n++) {
            long up = 0;
            long down = 0;
            long base = level.rest + n * stride;
            for (int k = 0; k < level.count; k++) {
                int cell = lattice.cell(level.keys[k] + base);
                if (cell >= 0) {
                    long gain = slack[cell] < fall ? FORBIDDEN : cost[cell];
                    long loss = slack[cell] < rise ? FORBIDDEN : cost[cell];
                    // Capped, for a path adds up many and subtracts what two have in common.
                    up = Math.min(FORBIDDEN, up + (level.signs[k] > 0 ? gain : loss));
                    down = Math.min(FORBIDDEN, down + (level.signs[k] > 0 ? loss : gain));
                }
            }
            level.up[n] = up;
            level.down[n] = down;
        }
        work += (long) level.count * level.up.length;
    }

    private static void expand(Level from, Level to, Paths path, long stride, int choice) {
        int[] gains = path.above(from.leaf[choice]);
        int[] losses = from.other[choice] < 0 ? new int[0] : path.above(from.other[choice]);
        int room = from.count * (gains.length + losses.length);
        if (to.keys.length < room) {
            to.keys = new long[2 * room];
            to.signs = new byte[2 * room];
        }
        to.count = 0;
        for (int n : gains) {
            if (Arrays.binarySearch(losses, n) < 0) {
                append(from, to, n * stride, 1);
            }
        }
        for (int n : losses) {
            if (Arrays.binarySearch(gains, n) < 0) {
                append(from, to, n * stride, -1);
            }
        }
    }

    private static void append(Level from, Level to, long offset, int sign) {
        for (int k = 0; k < from.count; k++) {
            to.keys[to.count] = from.keys[k] + offset;
            to.signs[to.count++] = (byte) (sign * from.signs[k]);
        }
    }

    private void keep(Level level, Paths path, long stride) {
        best = level.price[0];
        Level box = new Level(0, 0);
        expand(level, box, path, stride, 0);
        keys = box.keys;
        signs = box.signs;
        size = box.count;
    }
}
