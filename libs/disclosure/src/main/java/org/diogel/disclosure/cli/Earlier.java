package org.diogel.disclosure.cli;

import java.nio.file.Path;
import java.util.List;
import org.diogel.disclosure.Published;
import org.diogel.disclosure.Release;

/// Reads earlier releases, in the form in which `protect` writes them.
final class Earlier {

    private Earlier() {}

    static List<Release> read(List<Path> files, Classifications classifications) {
        return files.stream().map(file -> read(file, classifications)).toList();
    }

    private static Release read(Path file, Classifications classifications) {
        try (CsvInput csv = CsvInput.open(file)) {
            if (!PublishedLong.fits(csv.header())) {
                throw csv.refuse(
                        csv.header(),
                        "An earlier release has a column for each dimension, value and marker, as"
                                + " protect writes them.");
            }
            Published table = PublishedLong.read(csv, classifications).table();
            long[] values = new long[table.shape().cells()];
            for (int cell = 0; cell < values.length; cell++) {
                boolean limited = table.high()[cell] < Published.UNLIMITED;
                boolean known = table.shown().get(cell) == Published.Shown.COUNT;
                if (!known && limited) {
                    throw csv.refuse(
                            "The cell "
                                    + String.join(", ", table.shape().codes(cell))
                                    + " says that its count is small, and that cannot be undone any"
                                    + " more; leave it empty to go on regardless.");
                }
                values[cell] = known ? table.low()[cell] : Release.HIDDEN;
            }
            return new Release(table.shape(), values);
        }
    }
}
