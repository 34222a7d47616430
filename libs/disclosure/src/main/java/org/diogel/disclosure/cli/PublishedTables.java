package org.diogel.disclosure.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diogel.disclosure.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads published tables, in the long form or the wide one; the header tells which.
final class PublishedTables {

    private PublishedTables() {}

    /// @param totalRow what the row of totals of wide tables is called, if it was said
    /// @param totalColumn the same of the column
    static List<PublishedFile> read(
            List<Path> files,
            Classifications classifications,
            @Nullable String totalRow,
            @Nullable String totalColumn) {
        List<PublishedFile> read =
                files.stream()
                        .map(file -> readOne(file, classifications, totalRow, totalColumn))
                        .toList();
        Set<String> codes = new LinkedHashSet<>();
        for (PublishedFile file : read) {
            file.table().shape().dimensions().forEach(d -> codes.addAll(d.nodes()));
        }
        for (Geography geography : classifications.geographies()) {
            if (!geography.touches(codes)) {
                throw new Unusable(geography.name() + ": No table has any of its areas.");
            }
        }
        for (String named : classifications.hierarchies().keySet()) {
            if (read.stream()
                    .flatMap(f -> f.table().shape().dimensions().stream())
                    .noneMatch(d -> d.name().equals(named))) {
                throw new Unusable(
                        "The hierarchy names a dimension " + named + ", but no table has it.");
            }
        }
        return read;
    }

    private static PublishedFile readOne(
            Path file,
            Classifications classifications,
            @Nullable String totalRow,
            @Nullable String totalColumn) {
        try (CsvInput csv = CsvInput.open(file)) {
            return PublishedLong.fits(csv.header())
                    ? PublishedLong.read(csv, classifications)
                    : PublishedWide.read(csv, classifications, totalRow, totalColumn);
        }
    }

    /// A dimension with these codes. One without a total may leave something out, so that its codes
    /// need not add up to what another table says of the whole.
    static Dimension dimension(
            Classifications classifications,
            String name,
            Set<String> codes,
            @Nullable String total,
            String table) {
        if (total != null || classifications.hierarchies().containsKey(name)) {
            return classifications.ofPublished(
                    name, codes, total == null ? Classifications.ROOT : total);
        }
        Set<String> more = new LinkedHashSet<>(codes);
        more.add("(not in " + table + ")");
        return classifications.ofPublished(name, more, "(all of " + name + ")");
    }
}
