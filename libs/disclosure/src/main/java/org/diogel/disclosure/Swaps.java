package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Finds other whole numbers that add up and fit what is known, near the true ones: some people are
/// thought to stand at another code in every dimension, and as many the other way round. Whatever
/// such a swap reaches, nobody can exclude. It is quick where linear programs, two for each count,
/// would take hours; where it finds nothing, they have to be asked.
///
/// A swap between the codes u and u' of one dimension touches the nodes above one of the two but
/// not above both. In all dimensions at once it touches the product of these, with alternating
/// signs, and keeps every sum; and it keeps whatever stands at a root, and with it all linked
/// tables.
final class Swaps {

    /// How many swaps are tried for one count, drawn from a generator that the cell seeds.
    private static final int TRIES = 1_000;

    private final Shape shape;
    private final long[] value;
    private final long[] low;
    private final long[] high;
    private final List<int[][]> above;

    /// @param shape a table
    /// @param value true counts of its cells
    /// @param low the least each can be, as far as is known by itself
    /// @param high the most
    Swaps(Shape shape, long[] value, long[] low, long[] high) {
        this.shape = shape;
        this.value = value;
        this.low = low;
        this.high = high;
        this.above = shape.dimensions().stream().map(Swaps::above).toList();
    }

    /// What swaps reach for a cell: a part of what an attacker cannot exclude, as wide as is asked
    /// if there are swaps for it.
    Attacker.Interval interval(int cell, long width) {
        long least = value[cell];
        long most = value[cell];
        int dimensions = shape.dimensions().size();
        int[] nodes = shape.nodes(cell);
        int[][] inside = new int[dimensions][];
        int[][] outside = new int[dimensions][];
        for (int d = 0; d < dimensions; d++) {
            int node = nodes[d];
            int[][] up = above.get(d);
            int[] leaves = shape.dimensions().get(d).leaves();
            inside[d] = Arrays.stream(leaves).filter(u -> has(up[u], node)).toArray();
            outside[d] = Arrays.stream(leaves).filter(u -> !has(up[u], node)).toArray();
            if (outside[d].length == 0) {
                return new Attacker.Interval(least, most);
            }
        }
        SplittableRandom random = new SplittableRandom(cell);
        for (int n = 0; n < TRIES && most - least < width; n++) {
            List<int[]> plus = new ArrayList<>();
            List<int[]> minus = new ArrayList<>();
            for (int d = 0; d < dimensions; d++) {
                int[][] up = above.get(d);
                int u = inside[d][random.nextInt(inside[d].length)];
                int other = outside[d][random.nextInt(outside[d].length)];
                plus.add(without(up[u], up[other]));
                minus.add(without(up[other], up[u]));
            }
            long[] room = room(plus, minus);
            most = Math.max(most, value[cell] + room[0]);
            least = Math.min(least, value[cell] - room[1]);
        }
        return new Attacker.Interval(least, most);
    }

    /// How often a swap can be made, and how often it can be made backwards.
    private long[] room(List<int[]> plus, List<int[]> minus) {
        long[] room = {Long.MAX_VALUE, Long.MAX_VALUE};
        room(0, 0, 1, plus, minus, room);
        return room;
    }

    private void room(
            int dimension, int cell, int sign, List<int[]> plus, List<int[]> minus, long[] room) {
        if (dimension == plus.size()) {
            long up = high[cell] - value[cell];
            long down = value[cell] - low[cell];
            room[0] = Math.min(room[0], sign > 0 ? up : down);
            room[1] = Math.min(room[1], sign > 0 ? down : up);
            return;
        }
        int size = shape.dimensions().get(dimension).size();
        for (int node : plus.get(dimension)) {
            if (room[0] > 0 || room[1] > 0) {
                room(dimension + 1, cell * size + node, sign, plus, minus, room);
            }
        }
        for (int node : minus.get(dimension)) {
            if (room[0] > 0 || room[1] > 0) {
                room(dimension + 1, cell * size + node, -sign, plus, minus, room);
            }
        }
    }

    /// For every node, those that it is part of in any split, itself included.
    private static int[][] above(Dimension dimension) {
        int[][] above = new int[dimension.size()][];
        for (int node = 0; node < above.length; node++) {
            boolean[] reached = new boolean[above.length];
            reached[node] = true;
            boolean more = true;
            while (more) {
                more = false;
                for (Dimension.Split split : dimension.splits()) {
                    if (!reached[split.whole()]
                            && split.parts().stream().anyMatch(part -> reached[part])) {
                        reached[split.whole()] = true;
                        more = true;
                    }
                }
            }
            List<Integer> nodes = new ArrayList<>();
            for (int i = 0; i < reached.length; i++) {
                if (reached[i]) {
                    nodes.add(i);
                }
            }
            above[node] = nodes.stream().mapToInt(Integer::intValue).toArray();
        }
        return above;
    }

    private static int[] without(int[] nodes, int[] others) {
        return Arrays.stream(nodes).filter(node -> !has(others, node)).toArray();
    }

    private static boolean has(int[] nodes, int node) {
        return Arrays.binarySearch(nodes, node) >= 0;
    }
}
