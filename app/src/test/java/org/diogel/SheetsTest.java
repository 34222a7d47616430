package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The only tables for a spreadsheet are those that `protect` writes, whose names `SheetCellsTest` holds
/// to; no page gives one away. Whoever adds another has to keep formulas out of it too. TRUST §5 D4.
class SheetsTest {

    private static final Pattern SHEET = Pattern.compile("\\.(csv|tsv|xlsx?|ods)\"");

    private static final Pattern WRITES = Pattern.compile("CsvWriter|text/csv|tab-separated|ms-excel|spreadsheet(ml|\")");

    @Test
    void nothingElseIsMadeForASpreadsheet() {
        Set<String> made = new TreeSet<>();
        for (Path file : Project.files("", ".java", ".jte")) {
            if (file.toString().contains("src/main") && WRITES.matcher(Project.text(file)).find()) {
                made.add(file.getFileName().toString());
            }
        }
        assertThat(made).containsExactly("LongForm.java");
    }

    /// What is taken as a file is a document, data or what was sent.
    @Test
    void downloadsAreNoSheets() {
        Set<String> names = new TreeSet<>();
        for (Path file : Project.files("", ".java")) {
            String text = Project.text(file);
            if (file.toString().contains("app/src/main") && text.contains("attachment")
                    && SHEET.matcher(text).find()) {
                names.add(file.getFileName().toString());
            }
        }
        assertThat(names).isEmpty();
    }
}
