package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One classification: sex, age band, area. Its nodes stand in a fixed order, the whole first. A
/// whole may be split in more than one way: two geographies over the same councils are two sets of
/// splits over the same leaves. A whole with one part (a one-child level) is allowed; the two are
/// then the same count.
///
/// @param name what a column of it is called; not empty
/// @param nodes its codes; the first is the root, the whole of everything
/// @param splits how wholes are made of parts; a node that is no whole is a leaf
public record Dimension(String name, List<String> nodes, List<Split> splits) {

    /// A whole is the sum of its parts: indices into the nodes.
    ///
    /// @param whole the node that is split
    /// @param parts what it is split into, at least one
    public record Split(int whole, List<Integer> parts) {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    /// @throws IllegalArgumentException with a sentence for the person whose classification it is:
    ///     no node, the same code twice, a loop, a node outside the root
    public Dimension {
        nodes = List.copyOf(nodes);
        splits = List.copyOf(splits);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The dimension " + name + " has no codes.");
        }
        if (new LinkedHashSet<>(nodes).size() < nodes.size()) {
            throw new IllegalArgumentException("The dimension " + name + " has the same code twice.");
        }
        checkTree(name, nodes, splits);
    }

    /// A root over leaves and nothing between.
    public static Dimension flat(String name, String root, List<String> leaves) {
        List<String> nodes = new ArrayList<>();
        nodes.add(root);
        nodes.addAll(leaves);
        List<Integer> parts = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++) {
            parts.add(i);
        }
        return new Dimension(name, nodes, parts.isEmpty() ? List.of() : List.of(new Split(0, parts)));
    }

    /// A tree from child to parent; nodes come out depth first, children in the order of the map.
    ///
    /// @param parents each code's parent; the one root has null
    /// @throws IllegalArgumentException when there is no root, more than one, or a loop
    public static Dimension tree(String name, Map<String, @Nullable String> parents) {
        List<String> roots = parents.keySet().stream().filter(c -> parents.get(c) == null).toList();
        if (roots.isEmpty()) {
            throw new IllegalArgumentException(
                    "The hierarchy of " + name + " has no root: no code has an empty parent.");
        }
        if (roots.size() > 1) {
            throw new IllegalArgumentException(
                    "The hierarchy of "
                            + name
                            + " has more than one root: "
                            + String.join(", ", roots)
                            + ".");
        }
        Map<String, List<String>> children = new HashMap<>();
        parents.forEach(
                (code, parent) -> {
                    if (parent != null) {
                        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(code);
                    }
                });
        List<String> nodes = new ArrayList<>();
        walk(roots.getFirst(), children, nodes);
        if (nodes.size() < parents.size()) {
            List<String> lost =
                    parents.keySet().stream().filter(c -> !nodes.contains(c)).sorted().toList();
            throw new IllegalArgumentException(
                    "The hierarchy of "
                            + name
                            + " has a loop, or a parent that is not a code of it: "
                            + String.join(", ", lost)
                            + ".");
        }
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<String> parts = children.get(nodes.get(i));
            if (parts != null) {
                splits.add(new Split(i, parts.stream().map(nodes::indexOf).toList()));
            }
        }
        return new Dimension(name, nodes, splits);
    }

    /// How many nodes there are, the root included.
    public int size() {
        return nodes.size();
    }

    /// Where a code stands, or -1.
    public int indexOf(String code) {
        return nodes.indexOf(code);
    }

    /// The nodes that nothing splits, in order: a table's inner cells are their combinations.
    public int[] leaves() {
        boolean[] whole = new boolean[nodes.size()];
        splits.forEach(s -> whole[s.whole()] = true);
        return java.util.stream.IntStream.range(0, nodes.size()).filter(i -> !whole[i]).toArray();
    }

    /// The leaves below a node, itself if it is one, by its first split and those of its parts.
    public int[] leavesBelow(int node) {
        for (Split split : splits) {
            if (split.whole() == node) {
                return split.parts().stream()
                        .flatMapToInt(p -> Arrays.stream(leavesBelow(p)))
                        .distinct()
                        .sorted()
                        .toArray();
            }
        }
        return new int[] {node};
    }

    private static void walk(String code, Map<String, List<String>> children, List<String> nodes) {
        nodes.add(code);
        for (String child : children.getOrDefault(code, List.of())) {
            walk(child, children, nodes);
        }
    }

    private static void checkTree(String name, List<String> nodes, List<Split> splits) {
        Map<Integer, List<Split>> below = new HashMap<>();
        Set<Integer> reached = new LinkedHashSet<>();
        reached.add(0);
        for (Split split : splits) {
            if (split.parts().isEmpty()) {
                throw new IllegalArgumentException(
                        "In " + name + ", " + nodes.get(split.whole()) + " is split into nothing.");
            }
            below.computeIfAbsent(split.whole(), w -> new ArrayList<>()).add(split);
            reached.addAll(split.parts());
        }
        if (reached.size() < nodes.size()) {
            throw new IllegalArgumentException(
                    "In " + name + ", some codes belong to no whole, so that nothing adds up to them.");
        }
        byte[] seen = new byte[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            if (loops(i, below, seen)) {
                throw new IllegalArgumentException("The hierarchy of " + name + " has a loop.");
            }
        }
    }

    private static boolean loops(int node, Map<Integer, List<Split>> below, byte[] seen) {
        if (seen[node] != 0) {
            return seen[node] == 1;
        }
        seen[node] = 1;
        for (Split split : below.getOrDefault(node, List.of())) {
            for (int part : split.parts()) {
                if (loops(part, below, seen)) {
                    return true;
                }
            }
        }
        seen[node] = 2;
        return false;
    }
}
