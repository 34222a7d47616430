package org.diogel.disclosure.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diogel.disclosure.Dimension;

/// The hierarchies and geographies that were given beside tables.
///
/// @param hierarchies by dimension
/// @param geographies in the order they were given
record Classifications(Map<String, Dimension> hierarchies, List<Geography> geographies) {

    /// What a dimension's whole is called where no hierarchy names it.
    static final String ROOT = "Total";

    static Classifications read(List<Path> hierarchies, List<Path> geographies) {
        return new Classifications(
                Hierarchies.read(hierarchies), geographies.stream().map(Geography::read).toList());
    }

    /// The dimensions of tables of inner cells: every code that occurs is a leaf, and must be one in
    /// each hierarchy and geography given.
    ///
    /// @param codes the codes that occur in any of the tables, by dimension
    Map<String, Dimension> ofInner(Map<String, Set<String>> codes) {
        Map<String, String> roots = new LinkedHashMap<>();
        codes.keySet().forEach(name -> roots.put(name, ROOT));
        return dimensions(codes, roots, true);
    }

    /// The dimensions of published tables, in which wholes occur too. Codes in no hierarchy and no
    /// geography are ordinary parts of the whole.
    ///
    /// @param codes the codes that occur in any of the tables, by dimension
    /// @param roots what the whole of each dimension is called
    Map<String, Dimension> ofPublished(Map<String, Set<String>> codes, Map<String, String> roots) {
        return dimensions(codes, roots, false);
    }

    private Map<String, Dimension> dimensions(
            Map<String, Set<String>> codes, Map<String, String> roots, boolean inner) {
        for (String named : hierarchies.keySet()) {
            if (!codes.containsKey(named)) {
                throw new Unusable(
                        "The hierarchy names a dimension " + named + ", but no table has it.");
            }
        }
        Map<String, Set<String>> known = new LinkedHashMap<>();
        codes.forEach((name, seen) -> known.put(name, known(name, seen)));
        Map<String, List<Geography>> own = new LinkedHashMap<>();
        for (Geography geography : geographies) {
            String name = geography.dimension(known);
            own.computeIfAbsent(name, n -> new ArrayList<>()).add(geography);
            of(known, name).addAll(geography.parts().keySet());
        }
        Map<String, Dimension> made = new LinkedHashMap<>();
        for (String name : codes.keySet()) {
            List<Geography> its = own.getOrDefault(name, List.of());
            Dimension dimension = hierarchies.get(name);
            if (dimension == null) {
                dimension = flat(name, of(roots, name), of(codes, name), its);
            }
            for (Geography geography : its) {
                dimension = geography.addTo(dimension, inner);
            }
            made.put(name, dimension);
        }
        return made;
    }

    private Set<String> known(String name, Set<String> seen) {
        Dimension hierarchy = hierarchies.get(name);
        return new LinkedHashSet<>(hierarchy == null ? seen : hierarchy.nodes());
    }

    /// The whole over everything that is neither it nor an area made of others.
    private static Dimension flat(
            String name, String root, Set<String> seen, List<Geography> geographies) {
        Set<String> leaves = new LinkedHashSet<>(seen);
        geographies.forEach(g -> leaves.addAll(g.rows().keySet()));
        for (Geography geography : geographies) {
            geography
                    .parts()
                    .forEach(
                            (area, finer) -> {
                                if (!finer.equals(List.of(area))) {
                                    leaves.remove(area);
                                }
                            });
        }
        leaves.remove(root);
        return Dimension.flat(name, root, List.copyOf(leaves));
    }

    private static <T> T of(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name));
    }
}
