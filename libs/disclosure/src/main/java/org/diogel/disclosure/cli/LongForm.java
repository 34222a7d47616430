package org.diogel.disclosure.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Release;

/// Writes published tables: one row for every combination of every node of every dimension, in the
/// shape's order; UTF-8 without a byte-order mark, lines end with LF.
final class LongForm {

    /// The columns that are no dimensions.
    static final List<String> LAST = List.of("value", "marker");

    /// What stands for a hidden count, primary or secondary alike.
    static final String MARKER = "[c]";

    private LongForm() {}

    static void write(Release release, OutputStream out) throws IOException {
        SheetCells.check(release.shape());
        CsvWriter csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(
                                new BufferedWriter(
                                        new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        List<String> row = new ArrayList<>();
        release.shape().dimensions().stream().map(Dimension::name).forEach(row::add);
        row.addAll(LAST);
        csv.writeRecord(row);
        for (int cell = 0; cell < release.values().length; cell++) {
            row.clear();
            row.addAll(release.shape().codes(cell));
            row.add(release.hidden(cell) ? "" : Long.toString(release.values()[cell]));
            row.add(release.hidden(cell) ? MARKER : "");
            csv.writeRecord(row);
        }
        csv.flush();
    }
}
