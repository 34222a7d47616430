package org.diogel.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `audit-table` says of tables whose answer a person can work out.
class AuditWordTest {
    @TempDir Path folder;

    private record Said(int exit, String out, String err) {}

    @Test
    void aTotalWithOneBlankGivesItAway() {
        Said said = audit("Sex,Adults\nWomen,10\nMen,[c]\nNot said,13\nTotal,25\n");
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out)
                .contains("Men | Adults | exactly 2 | how: 25 − 10 − 13 = 2\n")
                .endsWith("Unsafe: 1 count is given away.\n");
    }

    @Test
    void smallCountsLeftShowingAreListedAndASmallGrandTotalIsNot() {
        Said said = audit("Sex,Adults\nWomen,3\nMen,0\nTotal,3\n");
        assertThat(said.out).contains("Women | Adults | exactly 3 | how: it is shown in");
        assertThat(said.out).doesNotContain("Total |").contains("1 count is given away");
        assertThat(audit("Sex,Adults\nWomen,3\n", "--threshold", "3").exit).isZero();
    }

    @Test
    void aSafeTableIsSaidToBeSafe() {
        Said said = audit("Sex,Adults\nWomen,10\nMen,[c]\nNot said,[c]\nTotal,25\n");
        assertThat(said.exit).isZero();
        assertThat(said.out)
                .isEqualTo(
                        "Safe: nothing small is shown, and no hidden count can be worked out.\n");
        assertThat(said.err).isEmpty();
    }

    @Test
    void percentagesOfALongTableAreOfItsTotal() {
        String rows = "Sex,value,marker\nTotal,149,\nWomen,32%,\nMen,67%,\nNot said,1%,\n";
        assertThat(audit(rows).out).contains("Not said | value | 1 or 2 | how: 1 % of 149");
        Said said = audit(rows.replace("149", "[c]"));
        assertThat(said.exit).isEqualTo(2);
        assertThat(said.err).contains("row 3: This percentage has no base: give the count of Total.");
        said = audit("Sex,Age,value,marker\nTotal,Total,149,\nWomen,Total,32%,\n");
        assertThat(said.exit).isEqualTo(2);
        assertThat(said.err).contains("row 3: A percentage in a table of several dimensions");
    }

    @Test
    void widthAsksForMoreRoom() {
        String table = "Sex,Adults\nWomen,10\nMen,[c]\nNot said,[c]\nTotal,12\n";
        assertThat(audit(table, "--width", "2").exit).isZero();
        Said said = audit(table, "--width", "3");
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out).contains("Men | Adults | 0 to 2 | how: at most 12 − 10 = 2\n");
    }

    /// Every line has two blanks or more, yet those of two rows and two columns leave one cell
    /// over.
    @Test
    void twoBlanksInEveryLineAreNoProtection() {
        Said said =
                audit(
                        """
                        Area,A,B,C,D,E,Total
                        P,[c],[c],12,7,11,47
                        Q,[c],[c],[c],14,9,42
                        R,13,7,[c],[c],[c],49
                        S,7,9,[c],[c],10,43
                        T,8,12,9,[c],[c],47
                        Total,43,46,43,47,49,228
                        """);
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out)
                .contains("Q | C | exactly 3 | how: (22 + 26 + 19) − (29 + 17 + 18) = 3, with 22 =")
                .endsWith("Unsafe: 1 count is given away.\n");
    }

    @Test
    void blanksThatAreNeverZeroSayMore() {
        String table = "Sex,Adults\nWomen,10\nMen,8\nOther,\nNot said,\nTotal,20\n";
        Said said = audit(table);
        assertThat(said.exit).isZero();
        assertThat(said.out)
                .contains("Only if a blank is never zero:\nOther | Adults | exactly 1 | how: ")
                .endsWith("Safe, as long as nobody knows that a blank is never zero.\n");
        assertThat(audit(table, "--hidden-from", "1").exit).isEqualTo(3);
    }

    /// Three people, each the only one of an area: the total gives all three away.
    @Test
    void threeSinglePeopleAreFound() {
        String table = "Area,Adults\nP,[c]\nQ,[c]\nR,[c]\nS,12\nTotal,15\n";
        assertThat(audit(table).exit).isZero();
        Said said = audit(table, "--hidden-from", "1");
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out)
                .contains("P | Adults | exactly 1 | how: at most 15 − 1 − 1 − 12 = 1\n")
                .contains("Q | Adults | exactly 1", "R | Adults | exactly 1")
                .endsWith("Unsafe: 3 counts are given away.\n");
        String zero = "Area,Adults\nP,[c]\nQ,[c]\nTotal,0\n";
        assertThat(audit(zero, "--hidden-from", "1").exit).isEqualTo(2);
    }

    @Test
    void everyMarkOfAHiddenCountIsOne() {
        for (String mark : List.of("", "[c]", "c", "C", "*", "..")) {
            String table = "Sex,Adults\nWomen,10\nMen," + mark + "\nTotal,12\n";
            assertThat(audit(table).out).contains("Men | Adults | exactly 2 | how: 12 − 10 = 2");
        }
        Said below = audit("Sex,Adults\nWomen,\"1,010\"\nMen,<5\nOther,<5\nTotal,\"1,018\"\n");
        assertThat(below.out)
                .contains("Men | Adults | exactly 4 | how: at least 1018 − 1010 − 4 = 4\n");
    }

    @Test
    void aTableWithoutTotalsIsFine() {
        assertThat(audit("Area,2023,2024\nP,10,[c]\nQ,7,20\n").exit).isZero();
    }

    @Test
    void totalsMayBeNamed() {
        String table = "Area,A,B,Everyone\nP,10,[c],13\nQ,7,[c],20\nAll of us,17,16,33\n";
        assertThat(audit(table).exit).isZero();
        assertThat(audit(table, "--total-column", "Everyone").out)
                .contains("P | B | exactly 3 | how: 13 − 10 = 3");
        assertThat(audit(table, "--total-row", "Sum").err).contains("Nothing here is called Sum");
    }

    @Test
    void theLongFormIsReadWithItsDimensionsJoined() {
        Said said =
                audit(
                        """
                        sex,age,area,value,marker
                        Total,Total,Total,25,
                        Total,Total,P,25,
                        F,Total,Total,20,
                        F,Total,P,,[c]
                        M,Total,Total,5,
                        M,Total,P,,[c]
                        """);
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out).contains("F, Total | P | exactly 20 | how: ");
    }

    @Test
    void geographiesAreOtherWaysOfAddingUp() {
        Path boards = file("boards.csv", "board,area\nEast,P\nEast,Q\nWest,R\nWest,S\n");
        String table =
                "Area,Adults\nEast,20\nWest,31\nP,[c]\nQ,17\nR,[c]\nS,[c]\nNot known,6\nTotal,57\n";
        Said said = audit(table, "--geography", boards.toString());
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out)
                .contains("P | Adults | exactly 3 | how: 20 − 17 = 3\n")
                .endsWith("Unsafe: 1 count is given away.\n");
        Said unmatched = audit("Area,Adults\nZ,9\n", "--geography", boards.toString());
        assertThat(unmatched.exit).isEqualTo(2);
        assertThat(unmatched.err).contains("No table has any of its areas");
    }

    @Test
    void aCountHiddenHereAndShownThereIsFound() {
        Path more = file("more.csv", "Sex,Adults\nWomen,10\nMen,[c]\nOther,9\nTotal,22\n");
        Said said = audit("Sex,Adults\nWomen,10\nMen,3\nOther,[c]\nTotal,22\n", more.toString());
        assertThat(said.out).contains("Other | Adults | exactly 9", "Men | Adults | exactly 3");
        assertThat(said.exit).isEqualTo(3);
    }

    @Test
    void anEarlierReleaseGivesAwayWhatItShowed() {
        Path old = file("old.csv", "Sex,Adults\nWomen,10\nMen,7\nOther,8\nTotal,25\n");
        Said said =
                audit(
                        "Sex,Adults\nWomen,10\nMen,[c]\nOther,[c]\nTotal,25\n",
                        "--earlier",
                        old.toString());
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out).contains("Men | Adults | exactly 7 | how: it is shown in");
    }

    @Test
    void aSmallChangeSinceAnEarlierReleaseIsFound() {
        Path old = file("old.csv", "Sex,Adults\nWomen,10\nMen,[c]\nOther,[c]\nTotal,25\n");
        Said said =
                audit(
                        "Sex,Adults\nWomen,12\nMen,[c]\nOther,[c]\nTotal,40\n",
                        "--earlier",
                        old.toString());
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out)
                .contains("Women | Adults | changed by exactly 2 | how: 12 − 10 = 2, since ");
    }

    @Test
    void percentagesOfAKnownTotalAreCounts() {
        Said said = audit("Ethnicity,People\nA,1%\nB,80%\nC,19%\nTotal,100\n");
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out).contains("A | People | exactly 1 | how: 1 % of 100, which is printed");
        Said stated = audit("Ethnicity,Per cent (N = 100)\nA,1\nB,80\nC,19\nTotal,100\n");
        assertThat(stated.out).contains("A | Per cent (N = 100) | exactly 1");
        Said beside = audit("Ethnicity,People,%\nA,[c],2\nB,[c],70\nC,[c],28\nTotal,100,100\n");
        assertThat(beside.out).contains("A | People | exactly 2 | how: 2 % of 100");
        Said without = audit("Ethnicity,Per cent\nA,1\nB,80\nC,19\nTotal,100%\n");
        assertThat(without.exit).isEqualTo(2);
        assertThat(without.err).contains("row 2: This percentage has no base");
    }

    @Test
    void aCountAndItsPercentageGiveTheBaseAway() {
        Said said =
                audit("Disability,People,%\nYes,9,16\nNo,[c],84\nTotal,[c],100\n", "--width", "4");
        assertThat(said.exit).isZero();
        said = audit("Disability,People,%\nYes,3,60\nNo,[c],40\nTotal,[c],100\n");
        assertThat(said.out).contains("No | People | exactly 2", "Total | People | exactly 5");
    }

    @Test
    void thePublishedEthnicityTableGivesSixteenRowsAway() {
        Path examples = Path.of("..", "..", "docs", "examples", "disclosure");
        Said said =
                say(
                        List.of(
                                examples.resolve("foi-ethnicity-published.csv").toString(),
                                "--hierarchy",
                                examples.resolve("foi-ethnicity-hierarchy.csv").toString()));
        assertThat(said.exit).isEqualTo(3);
        assertThat(said.out.lines().filter(l -> l.contains(" | 1 or 2 | how: 1 % of 149")))
                .hasSize(16);
        assertThat(said.out)
                .contains("Of these, at least 13 are exactly 1: Spanish; Nigerian;")
                .contains("149 − 118 − 9 − 3 = 19 at most for 16, each at least 1");
    }

    @Test
    void unusableTablesAreRefusedWithASentence() {
        unusable("Sex,Adults\nWomen,10\nMen,3\nTotal,12\n", "Total does not add up: the parts");
        unusable("Sex,Adults\nWomen,10\nMen,[c]\nTotal,9\n", "Total does not add up");
        unusable("Sex,Adults\nWomen,10\nMen,-3\n", "row 3: The count -3 is negative.");
        unusable("Sex,Adults\nWomen,10\nMen,2.5\n", "row 3: The count 2.5 is not a whole number.");
        unusable("Sex,Adults\nWomen,10\nMen,?\n", "row 3: \"?\" is not a count. Hidden counts are");
        unusable("Sex,Adults\nWomen,10\nWomen,3\n", "row 3: A row above is called Women already.");
        unusable("Sex,Adults,Adults\nWomen,10,2\n", "row 1: Two columns are called Adults.");
        unusable("Sex\nWomen\n", "row 1: There is no column beside the names of the rows.");
        unusable("Sex,Adults\n", "It has no rows below its header.");
        unusable("Sex,A\nW,10%\nM,120%\nTotal,9\n", "row 3: The percentage 120% is not a number");
        unusable(
                "Sex,Adults\nTotal women,10\nTotal men,3\n",
                "Total women and Total men all look like totals.");
        unusable(
                "sex,value,marker\nF,4,\nF,5,\nTotal,9,\n",
                "row 3: The cell F stands above already");
        assertThat(say(List.of("--nonsense")).exit).isEqualTo(2);
        assertThat(say(List.of()).err).contains("Say which table");
        assertThat(say(List.of("--help")).out).contains("Usage: ./diogel audit-table");
    }

    private void unusable(String table, String sentence) {
        Said said = audit(table);
        assertThat(said.err).as(table).contains(sentence);
        assertThat(said.exit).isEqualTo(2);
        assertThat(said.out).isEmpty();
    }

    private Said audit(String table, String... more) {
        List<String> words = new ArrayList<>();
        words.add(file("table.csv", table).toString());
        words.addAll(List.of(more));
        return say(words);
    }

    private static Said say(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                AuditWord.run(
                        words,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
