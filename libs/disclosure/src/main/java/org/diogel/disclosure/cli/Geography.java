package org.diogel.disclosure.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Dimension.Split;
import org.jspecify.annotations.Nullable;

/// A file of two columns: a coarser area, and a finer one that it is made of. It adds the coarser
/// areas to a dimension that has the finer ones; several such files over the same finer areas are
/// several ways of adding the same counts up.
///
/// @param name the file's
/// @param finerColumn what the column of finer areas is called
/// @param parts each coarser area's finer ones
/// @param rows the row each finer area stands in
record Geography(
        String name,
        String finerColumn,
        Map<String, List<String>> parts,
        Map<String, Integer> rows) {

    static Geography read(Path file) {
        try (CsvInput csv = CsvInput.open(file)) {
            if (csv.names().size() != 2) {
                throw csv.refuse(
                        csv.header(),
                        "A geography has two columns: the coarser area, and the finer area.");
            }
            Map<String, List<String>> parts = new LinkedHashMap<>();
            Map<String, Integer> rows = new LinkedHashMap<>();
            for (CsvInput.@Nullable Row row = csv.next(); row != null; row = csv.next()) {
                if (row.at(0).isEmpty() || row.at(1).isEmpty()) {
                    throw csv.refuse(row, "An area is missing.");
                }
                Integer before = rows.putIfAbsent(row.at(1), row.number());
                if (before != null) {
                    throw csv.refuse(row, row.at(1) + " stands in row " + before + " already.");
                }
                parts.computeIfAbsent(row.at(0), a -> new ArrayList<>()).add(row.at(1));
            }
            if (rows.isEmpty()) {
                throw csv.refuse("It has no rows below its header.");
            }
            return new Geography(csv.name(), csv.names().get(1), parts, rows);
        }
    }

    /// Which dimension it belongs to: the one whose codes match the finer areas.
    ///
    /// @param codes the codes of each dimension
    /// @throws Unusable when none does, or two do equally well
    String dimension(Map<String, Set<String>> codes) {
        @Nullable String best = null;
        long most = 0;
        boolean tied = false;
        for (Map.Entry<String, Set<String>> dimension : codes.entrySet()) {
            long matches = rows.keySet().stream().filter(dimension.getValue()::contains).count();
            if (matches > 0 && dimension.getKey().equals(finerColumn)) {
                return finerColumn;
            }
            if (matches == most) {
                tied = true;
            } else if (matches > most) {
                best = dimension.getKey();
                most = matches;
                tied = false;
            }
        }
        if (best == null) {
            throw new Unusable(name + ": None of its finer areas is a code of any dimension.");
        }
        if (tied) {
            throw new Unusable(
                    name
                            + ": Its finer areas are codes of two dimensions; call its second column"
                            + " as the dimension is called.");
        }
        return best;
    }

    /// Whether any of its areas, coarser or finer, is among some codes.
    boolean touches(Set<String> codes) {
        return rows.keySet().stream().anyMatch(codes::contains)
                || parts.keySet().stream().anyMatch(codes::contains);
    }

    /// The dimension with the coarser areas in it.
    ///
    /// @param strict whether every finer code of the dimension must be in the file; where not,
    ///   those that are not stay parts of the whole beside the coarser areas
    Dimension addTo(Dimension dimension, boolean strict) {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (String node : dimension.nodes()) {
            index.put(node, index.size());
        }
        Set<Integer> covered = new HashSet<>();
        List<Split> splits = new ArrayList<>(dimension.splits());
        List<Integer> top = new ArrayList<>();
        for (Map.Entry<String, List<String>> area : parts.entrySet()) {
            List<Integer> finer = new ArrayList<>();
            for (String part : area.getValue()) {
                Integer node = index.get(part);
                if (node == null) {
                    throw refuse(
                            part, part + " is not among the codes of " + dimension.name() + ".");
                }
                for (int leaf : dimension.leavesBelow(node)) {
                    if (!covered.add(leaf)) {
                        throw refuse(part, part + " is counted in two coarser areas.");
                    }
                }
                finer.add(node);
            }
            top.add(coarser(area.getKey(), finer, dimension, index, splits));
        }
        for (int leaf : dimension.leaves()) {
            if (!covered.contains(leaf)) {
                if (strict) {
                    throw new Unusable(
                            name
                                    + ": The area "
                                    + dimension.nodes().get(leaf)
                                    + " of the table is in neither column.");
                }
                top.add(leaf);
            }
        }
        if (!top.equals(List.of(0))) {
            splits.add(new Split(0, top));
        }
        return new Dimension(dimension.name(), List.copyOf(index.keySet()), splits);
    }

    /// The node of a coarser area. One that has its only part's name, or that another file gave the
    /// same parts, is there already.
    private int coarser(
            String area,
            List<Integer> finer,
            Dimension dimension,
            Map<String, Integer> index,
            List<Split> splits) {
        Integer known = index.get(area);
        if (known == null) {
            index.put(area, index.size());
            splits.add(new Split(index.size() - 1, finer));
            return index.size() - 1;
        }
        Set<Integer> below = new HashSet<>();
        finer.forEach(f -> addLeaves(dimension, f, below));
        Set<Integer> before = new HashSet<>();
        addLeaves(dimension, known, before);
        if (!below.equals(before)) {
            throw refuse(
                    dimension.nodes().get(finer.getFirst()),
                    area + " is already an area made of others; give the two different names.");
        }
        Split split = new Split(known, finer);
        if (!finer.contains(known) && !splits.contains(split)) {
            splits.add(split);
        }
        return known;
    }

    private static void addLeaves(Dimension dimension, int node, Set<Integer> leaves) {
        for (int leaf : dimension.leavesBelow(node)) {
            leaves.add(leaf);
        }
    }

    private Unusable refuse(String part, String sentence) {
        return new Unusable(name + ", row " + rows.get(part) + ": " + sentence);
    }
}
