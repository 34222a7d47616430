package org.diogel.disclosure.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /// The dimensions of tables of inner cells: every code that occurs is a leaf, and must be one
    /// in each hierarchy and geography given.
    ///
    /// @param codes the codes that occur in any of the tables, by dimension
    Map<String, Dimension> ofInner(Map<String, Set<String>> codes) {
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
        codes.forEach((name, seen) ->
                made.put(
                        name,
                        dimension(name, seen, ROOT, own.getOrDefault(name, List.of()), true)));
        return made;
    }

    /// The dimension of a published table, in which wholes occur too. Codes in no geography are
    /// ordinary parts of the whole.
    ///
    /// @param seen the codes that occur
    /// @param root what the whole is called where no hierarchy names it
    Dimension ofPublished(String name, Set<String> seen, String root) {
        Set<String> known = known(name, seen);
        List<Geography> own = new ArrayList<>();
        for (Geography geography : geographies) {
            if (geography.touches(known)) {
                own.add(geography);
                known.addAll(geography.parts().keySet());
            }
        }
        return dimension(name, seen, root, own, false);
    }

    /// Whether a hierarchy or geography explains a code of a dimension.
    boolean explains(String name, String code) {
        Dimension hierarchy = hierarchies.get(name);
        return (hierarchy != null && hierarchy.indexOf(code) >= 0)
                || geographies.stream()
                        .anyMatch(g -> g.parts().containsKey(code) || g.rows().containsKey(code));
    }

    /// The hierarchy that some labels without a name belong to: the first that has half of them.
    Optional<String> matching(Set<String> labels) {
        return hierarchies.values().stream()
                .filter(h ->
                        2 * labels.stream().filter(h.nodes()::contains).count() >= labels.size())
                .map(Dimension::name)
                .findFirst();
    }

    private Dimension dimension(
            String name, Set<String> seen, String root, List<Geography> own, boolean strict) {
        Dimension dimension = hierarchies.get(name);
        if (dimension == null) {
            dimension = flat(name, root, seen, own);
        }
        for (Geography geography : own) {
            dimension = geography.addTo(dimension, strict);
        }
        return dimension;
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
                    .forEach((area, finer) -> {
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
