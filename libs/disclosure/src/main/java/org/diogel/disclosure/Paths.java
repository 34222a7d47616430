package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How a change of one leaf runs through a dimension: to every node the leaf is counted in, along
/// every split, so that two geographies over the same areas both follow.
///
/// A change of a leaf need not keep every split: where the same root is split into councils and, by
/// another table, into health boards that are leaves too, one more person in a council leaves the
/// boards a person short. Two leaves with the same shortfalls may be exchanged for each other; a
/// leaf without one may change alone.
final class Paths {

    private final int[] leaves;
    private final int[][] above;
    private final int[][] below;
    private final int[] kind;

    Paths(Dimension dimension) {
        int size = dimension.size();
        leaves = dimension.leaves();
        List<List<Integer>> members = new ArrayList<>();
        List<List<Dimension.Split>> inside = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            members.add(new ArrayList<>());
            inside.add(new ArrayList<>());
        }
        for (Dimension.Split split : dimension.splits()) {
            split.parts().forEach(p -> inside.get(p).add(split));
        }
        above = new int[size][];
        kind = new int[size];
        Arrays.fill(kind, -1);
        Map<List<Integer>, Integer> kinds = new HashMap<>();
        kinds.put(List.of(), 0);
        for (int leaf : leaves) {
            boolean[] in = climb(leaf, inside, new boolean[size]);
            above[leaf] = nodes(in);
            for (int n : above[leaf]) {
                members.get(n).add(leaf);
            }
            kind[leaf] = kinds.computeIfAbsent(shortfalls(dimension, in), k -> kinds.size());
        }
        below = new int[size][];
        for (int n = 0; n < size; n++) {
            below[n] = members.get(n).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /// The nodes that nothing splits.
    int[] leaves() {
        return leaves;
    }

    /// The nodes a leaf is counted in, itself included.
    int[] above(int leaf) {
        return above[leaf];
    }

    /// The leaves counted in a node, itself if it is one.
    int[] below(int node) {
        return below[node];
    }

    /// Whether everything still adds up when a leaf and all above it change alike.
    boolean alone(int leaf) {
        return kind[leaf] == 0;
    }

    /// Whether everything still adds up when one leaf gains what the other loses.
    boolean exchangeable(int leaf, int other) {
        return kind[leaf] == kind[other];
    }

    private static boolean[] climb(
            int node, List<List<Dimension.Split>> inside, boolean[] reached) {
        if (!reached[node]) {
            reached[node] = true;
            inside.get(node).forEach(split -> climb(split.whole(), inside, reached));
        }
        return reached;
    }

    private static int[] nodes(boolean[] in) {
        return IntStream.range(0, in.length).filter(n -> in[n]).toArray();
    }

    private static List<Integer> shortfalls(Dimension dimension, boolean[] in) {
        List<Integer> shortfalls = new ArrayList<>();
        for (int s = 0; s < dimension.splits().size(); s++) {
            Dimension.Split split = dimension.splits().get(s);
            int missing = in[split.whole()] ? 1 : 0;
            for (int part : split.parts()) {
                missing -= in[part] ? 1 : 0;
            }
            if (missing != 0) {
                shortfalls.add(s);
                shortfalls.add(missing);
            }
        }
        return shortfalls;
    }
}
