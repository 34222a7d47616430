package org.diogel.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What `protect` writes and says.
class ProtectWordTest {

    private static final String TABLE =
            "sex,age,people\nf,young,3\nf,middle,20\nf,old,9\nm,young,12\nm,middle,11\nm,old,17\n";

    private static final String PLACES =
            """
            place,age,people
            Aber,young,2
            Aber,old,31
            Bryn,young,14
            Bryn,old,12
            Cwm,young,9
            Cwm,old,1
            Dre,young,16
            Dre,old,8
            Eglwys,old,22
            """;

    private static final String NORTH_SOUTH =
            "half,place\nN,Aber\nN,Bryn\nS,Cwm\nS,Dre\nS,Eglwys\n";
    private static final String EAST_WEST = "side,place\nE,Aber\nE,Cwm\nE,Dre\nW,Bryn\nW,Eglwys\n";

    @TempDir Path folder;
    private Protecting protecting;

    @BeforeEach
    void start() throws Exception {
        protecting = new Protecting(folder);
        protecting.file("t.csv", TABLE);
    }

    @Test
    void everyCombinationHasARow() throws Exception {
        assertThat(protecting.run("t.csv --count people")).isZero();
        List<String> lines = protecting.text("out.csv").lines().toList();
        assertThat(protecting.text("out.csv"))
                .endsWith("\n")
                .doesNotContain("\r")
                .startsWith("sex,");
        assertThat(lines).hasSize(1 + 3 * 4);
        assertThat(lines.get(0)).isEqualTo("sex,age,value,marker");
        assertThat(lines.get(1)).isEqualTo("Total,Total,72,");
        assertThat(lines).contains("f,young,,[c]");
        assertThat(lines.stream().filter(l -> l.endsWith(",,[c]"))).hasSize(4);
        assertThat(protecting.error()).isEmpty();
        assertThat(protecting.output())
                .startsWith("4 of 12 counts are hidden: 1 for their own sake, 3 to protect them.\n")
                .contains("Method: exact, proven the fewest there can be.")
                .contains("A reader knows of a blank that it is at least 0.");
    }

    @Test
    void theProofHasItsPublishedForm() throws Exception {
        protecting.run("t.csv --count people");
        assertThat(Schema.wrongWith(protecting.text("proof.json"))).isEmpty();
        JsonNode proof = proof();
        assertThat(proof.at("/objective/value").asInt()).isEqualTo(4);
        assertThat(proof.at("/objective/gap").asInt()).isZero();
        assertThat(proof.at("/inputs/0/file").asString()).isEqualTo("t.csv");
        assertThat(proof.at("/inputs/0/sha256").asString())
                .isEqualTo(Outputs.digest(folder.resolve("t.csv")));
        assertThat(proof.at("/outputs/0/sha256").asString())
                .isEqualTo(Outputs.digest(folder.resolve("out.csv")));
        assertThat(proof.at("/tables/0/cells").size()).isEqualTo(4);
        for (JsonNode cell : proof.at("/tables/0/cells").values()) {
            assertThat(cell.get("high").asLong()).isGreaterThan(cell.get("low").asLong());
        }
        assertThat(protecting.text("proof.json")).doesNotContain(folder.toString());
    }

    @Test
    void theSameInputGivesTheSameBytesOnOneCoreAndOnTwo() throws Exception {
        protecting.file("places.csv", PLACES);
        protecting.file("ns.csv", NORTH_SOUTH);
        protecting.file("ew.csv", EAST_WEST);
        Map<String, String> before = new LinkedHashMap<>();
        for (String cores : List.of("1", "2", "2")) {
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(
                    List.of(
                            "-XX:ActiveProcessorCount=" + cores,
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName()));
            String words =
                    "protect places.csv --count people --geography ns.csv --geography ew.csv"
                            + " --out out.csv --proof proof.json";
            command.addAll(List.of(words.split(" ")));
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("said.txt").toFile())
                            .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(protecting.text("said.txt")).isZero();
            for (String file : List.of("out.csv", "proof.json", "said.txt")) {
                String earlier = before.put(file, protecting.text(file));
                assertThat(protecting.text(file))
                        .isEqualTo(earlier == null ? protecting.text(file) : earlier);
                Files.delete(folder.resolve(file));
            }
        }
    }

    @Test
    void bothSolversLoseAsLittle() throws Exception {
        protecting.file("places.csv", PLACES);
        protecting.file("ns.csv", NORTH_SOUTH);
        List<JsonNode> objectives = new ArrayList<>();
        List<String> solvers = new ArrayList<>();
        for (String solver : List.of("native", "java")) {
            assertThat(
                            protecting.run(
                                    "places.csv --count people --geography ns.csv --objective sum"
                                            + " --solver "
                                            + solver))
                    .as(protecting.error())
                    .isZero();
            objectives.add(proof().get("objective"));
            solvers.add(proof().get("solver").asString());
        }
        assertThat(objectives.get(0)).isEqualTo(objectives.get(1));
        assertThat(solvers.get(0)).isNotEqualTo(solvers.get(1));
    }

    @Test
    void zerosAreShownWhereTheyMustBeAndItIsSaidWhatThatCosts() throws Exception {
        protecting.file("places.csv", PLACES.replace("Bryn,young,14", "Bryn,young,0"));
        assertThat(protecting.run("places.csv --count people --zeros shown"))
                .as(protecting.error())
                .isZero();
        assertThat(protecting.text("out.csv"))
                .contains("Bryn,young,0,\n")
                .contains("Eglwys,young,0,\n");
        assertThat(Schema.wrongWith(protecting.text("proof.json"))).isEmpty();
        assertThat(proof().at("/attacker/zeros").asString()).isEqualTo("shown");
        assertThat(proof().at("/attacker/hiddenFrom").asInt()).isEqualTo(1);
        assertThat(proof().at("/count/moreThanWithCover").isIntegralNumber()).isTrue();
        for (JsonNode cell : proof().at("/tables/0/cells").values()) {
            assertThat(cell.get("low").asLong()).isPositive();
        }
        assertThat(protecting.output()).contains("Showing every zero costs ");
    }

    @Test
    void geographiesAreProtectedTogether() throws Exception {
        protecting.file("places.csv", PLACES);
        protecting.file("ns.csv", NORTH_SOUTH);
        protecting.file("ew.csv", EAST_WEST);
        assertThat(
                        protecting.run(
                                "places.csv --count people --geography ns.csv --geography ew.csv"))
                .as(protecting.error())
                .isZero();
        // the whole, five places, two halves and two sides; all ages and two ages
        assertThat(protecting.text("out.csv").lines().count()).isEqualTo(1 + 10 * 3);
        assertThat(proof().at("/inputs").size()).isEqualTo(3);
        assertThat(proof().at("/inputs/2/role").asString()).isEqualTo("geography");
    }

    @Test
    void linkedTablesHideTheSameCounts() throws Exception {
        protecting.file("u.csv", "age,help,people\nyoung,a,3\nyoung,b,12\nmiddle,a,31\nold,b,26\n");
        assertThat(protecting.run("t.csv u.csv --count people --out first.csv"))
                .as(protecting.error())
                .isZero();
        List<String> first = protecting.text("first.csv").lines().toList();
        List<String> second = protecting.text("out.csv").lines().toList();
        for (String age : List.of("Total", "young", "middle", "old")) {
            assertThat(value(first, "Total," + age + ","))
                    .isEqualTo(value(second, age + ",Total,"));
        }
        assertThat(proof().at("/tables").size()).isEqualTo(2);
        assertThat(proof().at("/outputs/0/file").asString()).isEqualTo("first.csv");
    }

    @Test
    void whatHasNotChangedIsHiddenAsBefore() throws Exception {
        protecting.run("t.csv --count people");
        protecting.file("earlier.csv", protecting.text("out.csv"));
        assertThat(protecting.run("t.csv --count people --earlier earlier.csv"))
                .as(protecting.error())
                .isZero();
        assertThat(protecting.text("out.csv")).isEqualTo(protecting.text("earlier.csv"));
        assertThat(proof().at("/inputs/1/role").asString()).isEqualTo("earlier");
    }

    @Test
    void aSmallChangeIsHidden() throws Exception {
        protecting.file("earlier.csv", "sex,age,value,marker\nTotal,Total,71,\nm,middle,10,\n");
        protecting.run("t.csv --count people");
        assertThat(protecting.text("out.csv")).contains("\nm,middle,11,");
        assertThat(protecting.run("t.csv --count people --earlier earlier.csv"))
                .as(protecting.error())
                .isZero();
        // one person more since: what is known of him would show against what was published
        assertThat(protecting.text("out.csv")).contains("\nm,middle,,[c]");
        assertThat(Schema.wrongWith(protecting.text("proof.json"))).isEmpty();
    }

    @Test
    void whatWasShownCannotBeTakenBack() throws Exception {
        protecting.file("earlier.csv", "sex,age,value,marker\nTotal,Total,72,\nf,young,3,\n");
        assertThat(protecting.run("t.csv --count people --earlier earlier.csv")).isEqualTo(4);
        assertThat(protecting.error())
                .isEqualTo(
                        "No pattern protects: a small count was shown in an earlier release and has"
                                + " not changed since.\n");
        assertThat(protecting.written()).isEmpty();
    }

    @Test
    void contributorsAreNoDimension() throws Exception {
        protecting.file(
                "g.csv",
                "region,purpose,project,pounds\nN,a,P,900\nN,a,Q,20\nN,b,P,300\nN,b,Q,310\nN,b,R,290\n"
                        + "S,a,P,400\nS,a,Q,410\nS,a,R,420\nS,b,Q,500\nS,b,R,510\nS,b,T,520\n");
        assertThat(protecting.run("g.csv --count pounds --contributor project --profile p-10"))
                .as(protecting.error())
                .isZero();
        assertThat(protecting.text("out.csv"))
                .startsWith("region,purpose,value,marker\nTotal,Total,4580,");
        assertThat(protecting.text("out.csv")).contains("N,a,,[c]");
        assertThat(Schema.wrongWith(protecting.text("proof.json"))).isEmpty();
        assertThat(proof().at("/profile").has("threshold")).isFalse();
        JsonNode cell = proof().at("/tables/0/cells/0");
        assertThat(cell.get("high").asLong() - cell.get("low").asLong())
                .isGreaterThanOrEqualTo(180);
    }

    @Test
    void roundedProfilesRound() throws Exception {
        protecting.file("places.csv", PLACES);
        for (String profile : List.of("nhs", "round-5", "controlled-5")) {
            assertThat(protecting.run("places.csv --count people --profile " + profile))
                    .as(protecting.error())
                    .isZero();
            assertThat(Schema.wrongWith(protecting.text("proof.json"))).isEmpty();
            protecting
                    .text("out.csv")
                    .lines()
                    .skip(1)
                    .map(l -> l.split(",", -1)[2])
                    .filter(v -> !v.isEmpty())
                    .forEach(v -> assertThat(Long.parseLong(v) % 5).isZero());
            assertThat(protecting.text("out.csv").contains("[c]")).isEqualTo(profile.equals("nhs"));
        }
    }

    @Test
    void spreadsheetsAndOneChildLevelsAreTaken() throws Exception {
        protecting.file(
                "t.csv",
                "\uFEFFsex;age;people\r\nf;young;30\r\nf;old;20\r\nm;young;12\r\nm;old;2\r\n");
        protecting.file(
                "h.csv",
                "dimension,code,parent\nage,All,\nage,Adult,All\nage,young,Adult\nage,old,Adult\n");
        assertThat(protecting.run("t.csv --count people --hierarchy h.csv"))
                .as(protecting.error())
                .isZero();
        List<String> lines = protecting.text("out.csv").lines().toList();
        assertThat(value(lines, "f,All,")).isEqualTo(value(lines, "f,Adult,"));
    }

    @Test
    void allCellsSmallAndOneCell() throws Exception {
        protecting.file("t.csv", "sex,age,people\nf,a,1\nf,b,2\nm,a,3\nm,b,4\n");
        assertThat(protecting.run("t.csv --count people")).as(protecting.error()).isZero();
        protecting.file("t.csv", "sex,people\nf,30\n");
        assertThat(protecting.run("t.csv --count people")).as(protecting.error()).isZero();
        assertThat(protecting.text("out.csv")).isEqualTo("sex,value,marker\nTotal,30,\nf,30,\n");
        assertThat(Schema.wrongWith(protecting.text("proof.json"))).isEmpty();
    }

    private static String value(List<String> lines, String codes) {
        return lines.stream()
                .filter(l -> l.startsWith(codes))
                .findFirst()
                .orElseThrow()
                .substring(codes.length());
    }

    private JsonNode proof() throws IOException {
        return new ObjectMapper().readTree(protecting.text("proof.json"));
    }
}
