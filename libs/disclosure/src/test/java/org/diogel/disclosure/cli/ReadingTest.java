package org.diogel.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diogel.disclosure.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a table, a hierarchy or a geography may look like, and the sentence for each that is not
/// one.
class ReadingTest {
    @TempDir Path folder;

    @Test
    void aTableIsReadAndItsMarginsAreSummed() {
        Table table = read("sex,age,n\nF,18-24,3\nF,25-34,4\nM,18-24,5\n");
        assertThat(table.shape().codes(0)).containsExactly("Total", "Total");
        assertThat(table.values()).containsExactly(12, 8, 4, 7, 3, 4, 5, 5, 0);
    }

    @Test
    void semicolonsQuotesByteOrderMarksLineEndsAndBlankRowsMakeNoDifference() {
        Table plain = read("sex,n\nF,3\nM,1234\n");
        for (String text :
                List.of(
                        "sex;n\nF;3\nM;1234\n",
                        "\uFEFFsex,n\r\nF,3\r\nM,1234",
                        "\n\"sex\" , \"n\"\n\nF,3\n,\nM,\"1,234\"\n\n")) {
            assertThat(read(text)).as(text).isEqualTo(plain);
        }
    }

    @Test
    void aCellWithACommaOrALineBreakIsOneCode() {
        Table table = read("area,n\n\"Rhondda, Cynon\nTaf\",3\nGwent,4\n");
        assertThat(table.shape().codes(1)).containsExactly("Rhondda, Cynon\nTaf");
    }

    @Test
    void everyWrongTableIsRefusedWithFileAndRow() {
        refused("", "table.csv: The file is empty.");
        refused("\n\n", "table.csv: The file is empty.");
        refused("sex,n\n", "table.csv: It has no rows below its header.");
        refused("n\n4\n", "table.csv, row 1: There is no dimension beside the counts.");
        refused(
                "sex,count\nF,3\n",
                "table.csv, row 1: No column is called n; there are sex, count.");
        refused("sex,sex,n\nF,F,3\n", "table.csv, row 1: Two columns are called sex.");
        refused("sex,,n\nF,F,3\n", "table.csv, row 1: Column 2 has no name.");
        refused("value,n\n3,3\n", "row 1: A dimension cannot be called value:");
        refused("marker,n\n3,3\n", "row 1: A dimension cannot be called marker:");
        refused("sex,n\nF,3\nM,-2\n", "table.csv, row 3: The count -2 is negative.");
        refused("sex,n\nF,3\n\nM,2.5\n", "table.csv, row 4: The count 2.5 is not a whole number.");
        refused("sex;n\nF;2,5\n", "table.csv, row 2: The count 2,5 is not a whole number.");
        refused("sex,n\nF,\n", "table.csv, row 2: The count is missing.");
        refused("sex,n\nF,few\n", "table.csv, row 2: \"few\" is not a count.");
        refused("sex,n\nF,9999999999999\n", "The count 9999999999999 is larger than");
        refused("sex,n\n,4\n", "table.csv, row 2: It has no code for sex.");
        refused("sex,n\nF,3\nM,2\nF,1\n", "row 4: The cell F stands in row 2 already.");
        refused("sex,n\nF,3\nM,2,1\n", "row 3: It has 3 values where the header has 2.");
        refused(
                "sex,n\nF,3\nM;2\n",
                "row 3: The values are separated by \";\", those of the header");
        refused(
                "sex,n\nF,3\n\"M,2\nX,1\n",
                "row 3: It has 1 value where the header has 2; look for");
        refused(
                "sex,n\nF,3\n\"M\"x,2\n",
                "row 3: This cannot be read as CSV; look for a quotation");
        refused("sex,n\nF,3\nTotal,3\n", "row 3: Total is a total in sex, and totals are summed");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, "area,n\nYnys M\u00f4n,3\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file, List.of(), List.of()))
                .hasMessage(file + ", row 2: This is not UTF-8; save the file as \"CSV UTF-8\".");
        Files.write(file, "area,n\nGwent,3\n".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> read(file, List.of(), List.of()))
                .hasMessage(file + ", row 1: This is not UTF-8; save the file as \"CSV UTF-8\".");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> CsvInput.open(folder.resolve("none.csv")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> CsvInput.open(folder))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aMillionRowsAreRead() throws IOException {
        Path file = folder.resolve("large.csv");
        StringBuilder text = new StringBuilder("area,age,n\n");
        for (int i = 0; i < 1_000_000; i++) {
            text.append("A").append(i / 1000).append(',').append(i % 1000).append(",1\n");
        }
        Files.writeString(file, text);
        assertThat(read(file, List.of(), List.of()).value(0)).isEqualTo(1_000_000);
    }

    @Test
    void aHierarchyMakesWholesAndAOneChildLevelIsOne() {
        Table table =
                withHierarchy(
                        "area,n\nSwansea,3\nPowys,4\n",
                        """
                        dimension,code,parent
                        area,Wales,
                        area,West,Wales
                        area,Swansea,West
                        area,Mid,Wales
                        area,Powys,Mid
                        """);
        assertThat(table.shape().dimensions().getFirst().nodes())
                .containsExactly("Wales", "West", "Swansea", "Mid", "Powys");
        assertThat(table.values()).containsExactly(7, 3, 3, 4, 4);
    }

    @Test
    void everyWrongHierarchyIsRefusedWithFileAndRow() {
        String table = "area,n\nSwansea,3\nPowys,4\n";
        String top = "dimension,code,parent\narea,Wales,\narea,Swansea,Wales\n";
        hierarchyRefused(table, "a,b\n1,2\n", "row 1: A hierarchy has the columns dimension, code");
        hierarchyRefused(table, top + "area,Powys,\n", "row 4: area has a second root, Powys");
        hierarchyRefused(table, top + "area,Powys,Mid\n", "row 4: The parent Mid is not a code");
        hierarchyRefused(table, top + "area,Powys,Mid\narea,Mid,Powys\n", "run in a loop: Powys");
        hierarchyRefused(table, "dimension,code,parent\narea,Wales,Wales\n", "row 2: The codes of");
        hierarchyRefused(table, top + "area,Swansea,Wales\n", "row 4: The code Swansea of area");
        hierarchyRefused(table, top, "table.csv, row 3: The code Powys is not in the hierarchy");
        hierarchyRefused(table, top + "sex,All,\n", "names a dimension sex, but no table has it");
        hierarchyRefused(
                table + "Wales,7\n", top + "area,Powys,Wales\n", "row 4: Wales is a total in area");
    }

    @Test
    void severalGeographiesAreSeveralWaysOfAddingUp() {
        Table table =
                withGeographies(
                        "area,n\nSwansea,3\nPowys,4\nGwynedd,5\n",
                        "board,area\nBay,Swansea\nPowys,Powys\nNorth,Gwynedd\n",
                        "police,area\nSouth,Swansea\nDyfed-Powys,Powys\nNorth,Gwynedd\n");
        assertThat(table.shape().dimensions().getFirst().nodes())
                .containsExactly(
                        "Total",
                        "Swansea",
                        "Powys",
                        "Gwynedd",
                        "Bay",
                        "North",
                        "South",
                        "Dyfed-Powys");
        assertThat(table.values()).containsExactly(12, 3, 4, 5, 3, 5, 3, 4);
    }

    @Test
    void everyWrongGeographyIsRefused() {
        String table = "area,n\nSwansea,3\nPowys,4\n";
        geographyRefused(table, "a,b,c\n1,2,3\n", "row 1: A geography has two columns");
        geographyRefused(table, "a,b\nNorth,Mars\n", "None of its finer areas is a code");
        geographyRefused(table, "a,b\nBay,Swansea\n", "The area Powys of the table is in neither");
        geographyRefused(
                table, "a,b\nBay,Swansea\nMid,Powys\nBay,Powys\n", "row 4: Powys stands in row 3");
        geographyRefused(
                table + "Bay,2\n",
                "a,b\nBay,Swansea\nMid,Powys\n",
                "table.csv, row 4: Bay is a total in area");
        assertThatThrownBy(() ->
                        withGeographies(
                                table,
                                "a,b\nBay,Swansea\nMid,Powys\n",
                                "a,b\nBay,Powys\nMid,Swansea\n"))
                .hasMessageContaining("is already an area made of others");
    }

    private Table read(String text) {
        return read(file("table.csv", text), List.of(), List.of());
    }

    private Table withHierarchy(String table, String hierarchy) {
        return read(file("table.csv", table), List.of(file("hierarchy.csv", hierarchy)), List.of());
    }

    private Table withGeographies(String table, String... geographies) {
        List<Path> files = new java.util.ArrayList<>();
        for (String geography : geographies) {
            files.add(file("geography" + files.size() + ".csv", geography));
        }
        return read(file("table.csv", table), List.of(), files);
    }

    private static Table read(Path table, List<Path> hierarchies, List<Path> geographies) {
        return InnerTables.read(List.of(table), "n", Classifications.read(hierarchies, geographies))
                .getFirst();
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void refused(String text, String sentence) {
        assertThatThrownBy(() -> read(text))
                .as(text)
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(sentence);
    }

    private void hierarchyRefused(String table, String hierarchy, String sentence) {
        assertThatThrownBy(() -> withHierarchy(table, hierarchy))
                .as(hierarchy)
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(sentence);
    }

    private void geographyRefused(String table, String geography, String sentence) {
        assertThatThrownBy(() -> withGeographies(table, geography))
                .as(geography)
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(sentence);
    }
}
