package org.diogel.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be protected is refused with a sentence, and nothing is written.
class ProtectBadInputTest {

    private static final String GOOD =
            "sex,age,people\nf,young,3\nf,old,20\nm,young,12\nm,old,11\n";

    @TempDir Path folder;
    private Protecting protecting;

    @BeforeEach
    void good() throws Exception {
        protecting = new Protecting(folder);
        protecting.file("t.csv", GOOD);
    }

    @Test
    void theGoodTableIsProtected() throws Exception {
        assertThat(protecting.run("t.csv --count people")).isZero();
        assertThat(protecting.written()).containsExactlyInAnyOrder("out.csv", "proof.json");
    }

    @Test
    void countsThatAreNone() throws Exception {
        refusesTable("sex,people\nf,3\nm,-4\n", "t.csv, row 3: The count -4 is negative.");
        refusesTable("sex,people\nf,2.5\n", "t.csv, row 2: The count 2.5 is not a whole number.");
        refusesTable("sex,people\nf,3\nm,\n", "t.csv, row 3: The count is missing.");
        refusesTable("sex,people\nf,some\n", "t.csv, row 2: \"some\" is not a count.");
    }

    @Test
    void tablesThatAreNone() throws Exception {
        refusesTable("", "t.csv: The file is empty.");
        refusesTable("sex,people\n", "t.csv: It has no rows below its header.");
        refusesTable("people\n3\n", "t.csv, row 1: There is no dimension beside the counts.");
        refusesTable(
                "sex,people\nf,3\nm,4\nf,3\n", "t.csv, row 4: The cell f stands in row 2 already.");
        refusesTable(
                "value,people\nf,3\n",
                "t.csv, row 1: A dimension cannot be called value:"
                        + " the protected table has a column of that name.");
        refusesTable(
                "sex,people\nf,3,4\n", "t.csv, row 2: It has 3 values where the header has 2.");
        refusesTable(
                "sex,persons\nf,3\n",
                "t.csv, row 1: No column is called people; there are sex, persons.");
    }

    @Test
    void hierarchiesThatAreNone() throws Exception {
        refusesHierarchy(
                "age,all,\nage,young,b\nage,b,young\nage,old,all\n",
                "h.csv, row 3: The codes of age run in a loop: young stands under itself.");
        refusesHierarchy(
                "age,all,\nage,everybody,\nage,young,all\nage,old,all\n",
                "h.csv, row 3: age has a second root, everybody; the first is all.");
        refusesHierarchy(
                "age,all,\nage,young,all\n",
                "t.csv, row 3: The code old is not in the hierarchy of age.");
        refusesHierarchy(
                "size,all,\nsize,big,all\n",
                "The hierarchy names a dimension size, but no table has it.");
    }

    @Test
    void tablesThatDoNotAgree() throws Exception {
        protecting.file("u.csv", "age,place,people\nyoung,here,16\nold,here,30\n");
        refuses(
                "t.csv u.csv --count people --out out2.csv",
                "t.csv and u.csv do not add up to the same: age young is 15 in the first and 16 in"
                        + " the second.");
    }

    @Test
    void optionsThatMakeNoSense() throws Exception {
        refuses("t.csv", "The option --count is missing.");
        refuses("t.csv --quick --count people", "protect has no option --quick.");
        refuses("t.csv --count --width 2", "The option --count needs a value.");
        refuses("--count people", "protect needs a table: a CSV file with one row per inner cell.");
        refuses("nowhere.csv --count people", "There is no file nowhere.csv.");
        refuses("t.csv --count people --profile safe", "There is no profile \"safe\"; there are");
        refuses(
                "t.csv --count people --width 0",
                "--width needs a whole number from 1 to 1000000000000, not 0.");
        refuses("t.csv --count people --width 1 --width 2", "The option --width is given twice.");
        refuses(
                "t.csv --count people --zeros hidden",
                "--zeros is one of cover, shown, not hidden.");
        refuses(
                "t.csv --count people --out more.csv",
                "--out is needed once for every table, in their order: there are 1 tables and 2"
                        + " outputs.");
        refuses(
                "t.csv --count people --profile nhs --threshold 3",
                "--threshold does not go with the profile nhs: its name says which cells are"
                        + " sensitive.");
        refuses(
                "t.csv --count people --profile p-10",
                "The profile p-10 needs --contributor: the column that says whose amount a row is.");
        refuses(
                "t.csv --count people --profile p-10 --contributor firm",
                "t.csv has no column firm, which --contributor names.");
        refuses(
                "t.csv --count people --contributor sex",
                "--contributor does not go with the profile counts: it does not ask who"
                        + " contributes.");
    }

    @Test
    void earlierReleasesThatAreNone() throws Exception {
        protecting.file("e.csv", "sex,age,people\nf,young,3\n");
        refuses(
                "t.csv --count people --earlier e.csv",
                "e.csv, row 1: An earlier release has a column for each dimension, value and"
                        + " marker, as protect writes them.");
        protecting.file("e.csv", "sex,age,value,marker\nTotal,Total,46,\nf,young,<5,\n");
        refuses(
                "t.csv --count people --earlier e.csv",
                "e.csv: The cell f, young says that its count is small,");
    }

    @Test
    void outputsThatWouldOverwrite() throws Exception {
        protecting.file("proof.json", "earlier proof");
        assertThat(protecting.bare("t.csv --count people --out t.csv --proof p.json")).isEqualTo(2);
        assertThat(protecting.error()).contains("would overwrite an input; give it another name.");
        assertThat(protecting.bare("t.csv --count people --out o.csv --proof o.csv")).isEqualTo(2);
        assertThat(protecting.error()).contains("Two outputs are called");
        assertThat(protecting.bare("t.csv --count people --out no/o.csv --proof p.json"))
                .isEqualTo(2);
        assertThat(protecting.error()).contains("There is no folder to write");
        assertThat(protecting.written()).isEmpty();
        assertThat(protecting.text("proof.json")).isEqualTo("earlier proof");
        assertThat(protecting.text("t.csv")).isEqualTo(GOOD);
    }

    @Test
    void aSmallCountThatIsTheGrandTotalCannotBeHidden() throws Exception {
        protecting.file("t.csv", "sex,people\nf,3\n");
        assertThat(protecting.run("t.csv --count people")).isEqualTo(4);
        assertThat(protecting.error()).isNotBlank().doesNotContain("Exception");
        assertThat(protecting.written()).isEmpty();
    }

    private void refusesTable(String table, String sentence) throws Exception {
        protecting.file("t.csv", table);
        refuses("t.csv --count people", sentence);
    }

    private void refusesHierarchy(String rows, String sentence) throws Exception {
        protecting.file("h.csv", "dimension,code,parent\n" + rows);
        refuses("t.csv --count people --hierarchy h.csv", sentence);
    }

    private void refuses(String words, String sentence) throws Exception {
        assertThat(protecting.run(words)).isEqualTo(2);
        assertThat(protecting.error().replace(folder + "/", "")).startsWith(sentence);
        assertThat(protecting.output()).isEmpty();
        assertThat(protecting.written()).isEmpty();
    }
}
