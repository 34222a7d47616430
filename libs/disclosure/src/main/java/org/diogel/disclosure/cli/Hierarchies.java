package org.diogel.disclosure.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.diogel.disclosure.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads files with the columns `dimension,code,parent`: a root has an empty parent.
final class Hierarchies {

    private record Place(String file, int row, String parent) {}

    private final Map<String, Map<String, Place>> dimensions = new LinkedHashMap<>();

    private Hierarchies() {}

    /// Each dimension that is named in the files, by its name, in their order.
    ///
    /// @throws Unusable for a loop, a second root, a code given twice, a parent that is no code
    static Map<String, Dimension> read(List<Path> files) {
        Hierarchies all = new Hierarchies();
        files.forEach(all::readFile);
        Map<String, Dimension> read = new LinkedHashMap<>();
        all.dimensions.forEach((name, codes) -> read.put(name, dimension(name, codes)));
        return read;
    }

    private void readFile(Path file) {
        try (CsvInput csv = CsvInput.open(file)) {
            List<String> names = csv.names().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
            int dimension = names.indexOf("dimension");
            int code = names.indexOf("code");
            int parent = names.indexOf("parent");
            if (names.size() != 3 || dimension < 0 || code < 0 || parent < 0) {
                throw csv.refuse(
                        csv.header(),
                        "A hierarchy has the columns dimension, code and parent, and no other.");
            }
            for (CsvInput.@Nullable Row row = csv.next(); row != null; row = csv.next()) {
                if (row.at(dimension).isEmpty() || row.at(code).isEmpty()) {
                    throw csv.refuse(row, "It names no dimension or no code.");
                }
                Place before =
                        dimensions
                                .computeIfAbsent(row.at(dimension), d -> new LinkedHashMap<>())
                                .putIfAbsent(
                                        row.at(code),
                                        new Place(csv.name(), row.number(), row.at(parent)));
                if (before != null) {
                    throw csv.refuse(
                            row,
                            "The code "
                                    + row.at(code)
                                    + " of "
                                    + row.at(dimension)
                                    + " stands in row "
                                    + before.row()
                                    + " already.");
                }
            }
            if (dimensions.isEmpty()) {
                throw csv.refuse("It has no rows below its header.");
            }
        }
    }

    private static Dimension dimension(String name, Map<String, Place> codes) {
        @Nullable String root = null;
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        for (Map.Entry<String, Place> entry : codes.entrySet()) {
            Place place = entry.getValue();
            if (place.parent().isEmpty()) {
                if (root != null) {
                    throw refuse(
                            place,
                            name
                                    + " has a second root, "
                                    + entry.getKey()
                                    + "; the first is "
                                    + root
                                    + ".");
                }
                root = entry.getKey();
            } else if (!codes.containsKey(place.parent())) {
                throw refuse(
                        place, "The parent " + place.parent() + " is not a code of " + name + ".");
            }
            parents.put(entry.getKey(), place.parent().isEmpty() ? null : place.parent());
        }
        refuseLoops(name, codes);
        return Dimension.tree(name, parents);
    }

    /// Climbs from every code; what has been climbed from once need not be again.
    private static void refuseLoops(String name, Map<String, Place> codes) {
        Set<String> safe = new HashSet<>();
        for (String start : codes.keySet()) {
            Set<String> climbed = new HashSet<>();
            String code = start;
            while (!code.isEmpty() && !safe.contains(code)) {
                Place place = place(codes, code);
                if (!climbed.add(code)) {
                    throw refuse(
                            place,
                            "The codes of "
                                    + name
                                    + " run in a loop: "
                                    + code
                                    + " stands under itself.");
                }
                code = place.parent();
            }
            safe.addAll(climbed);
        }
    }

    private static Place place(Map<String, Place> codes, String code) {
        Place place = codes.get(code);
        if (place == null) {
            throw new IllegalStateException("Every parent was found to be a code.");
        }
        return place;
    }

    private static Unusable refuse(Place place, String sentence) {
        return new Unusable(place.file() + ", row " + place.row() + ": " + sentence);
    }
}
