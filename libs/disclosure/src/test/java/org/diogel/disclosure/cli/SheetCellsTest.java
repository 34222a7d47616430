package org.diogel.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No cell of a protected table is run by the spreadsheet it is opened in. TRUST §5 D4.
class SheetCellsTest {

    private static final List<String> BEFORE =
            List.of("", " ", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u2060", "\u0001", "\u202e", "\u3000", " \u200b\t ");

    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(1)", "-2+3|' /C calc'!A0", "\uff1d1", "\uff20a", "=");

    private static final List<String> NAMES =
            List.of("young", "-", "-9", "+65", "65+", "18-24", "a=b", "a@b", "-1.5", "(all)", "'=1", "Ŵyneb");

    @TempDir Path folder;

    @Test
    void aNameThatWouldBeRunIsRefusedWhereverItStands() throws Exception {
        Protecting protecting = new Protecting(folder);
        for (String before : BEFORE) {
            for (String formula : FORMULAS) {
                String name = '"' + before + formula + '"';
                protecting.file("t.csv", "sex,age,people\nf," + name + ",3\nf,old,20\nm,old,11\n");
                refused(protecting, "t.csv --count people");
                protecting.file("t.csv", "sex," + name + ",people\nf,young,3\nf,old,20\nm,old,11\n");
                refused(protecting, "t.csv --count people");
                protecting.file("t.csv", "sex,age,people\nf,young,3\nf,old,20\nm,old,11\n");
                protecting.file("h.csv", "dimension,code,parent\nage," + name + ",\nage,young," + name + "\nage,old," + name + "\n");
                refused(protecting, "t.csv --count people --hierarchy h.csv");
            }
        }
    }

    @Test
    void whatIsNoFormulaIsWrittenAsItIs() throws Exception {
        Protecting protecting = new Protecting(folder);
        for (String name : NAMES) {
            protecting.file("t.csv", "sex,age,people\nf," + name + ",13\nf,old,20\nm,old,11\nm," + name + ",50\n");
            assertThat(protecting.run("t.csv --count people")).as(name + protecting.error()).isZero();
            assertThat(protecting.text("out.csv")).contains("f," + name + ",");
        }
    }

    @Test
    void controlCharactersBeginNoCell() {
        for (String name : List.of("\tx", "\rx", "\nx", "\u0000x", "\u0085x")) {
            assertThat(SheetCells.runs(name)).isTrue();
        }
    }

    private static void refused(Protecting protecting, String words) throws Exception {
        assertThat(protecting.run(words)).isEqualTo(2);
        assertThat(protecting.error()).contains("begins like a formula");
        assertThat(protecting.written()).isEmpty();
    }
}
