package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A paragraph that code, data or documents rest on exists in the document they name. The index
/// holds paragraph numbers only.
class SourcesTest {

    private static final String NUMBER = "\\d+(?:\\.\\d+)?";

    /// A short name and one or more numbers: `HO §6.6–6.7, 7.15`, `FOI p.13–14`, `RESP Q2.5`.
    private static final Pattern CITED =
            Pattern.compile(
                    "\\b(HO|NPCC|SURV|FOI|RESP) (§+|pp?\\.|Q)("
                            + NUMBER
                            + "(?:\\s?[–-]\\s?[§Q]?"
                            + NUMBER
                            + "|,\\s?[§Q]?"
                            + NUMBER
                            + "(?!\\s?%|[\\d:]))*)");

    private static final Set<String> INDEX =
            Project.text(Project.app().resolve("src/main/resources/sources-index.txt"))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet());

    @Test
    void everyCitedParagraphExists() {
        List<String> missing = new ArrayList<>();
        int cited = 0;
        for (Path file :
                Project.files(
                        "",
                        ".java",
                        ".jte",
                        ".sql",
                        ".properties",
                        ".csv",
                        ".json",
                        ".yaml",
                        ".txt",
                        ".md")) {
            if (file.endsWith("SourcesTest.java") || file.endsWith("sources-index.txt")) {
                continue;
            }
            Matcher citation = CITED.matcher(Project.text(file));
            while (citation.find()) {
                for (String id : ids(citation)) {
                    cited++;
                    if (!INDEX.contains(id)) {
                        missing.add(Project.name(file) + " cites " + id);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(cited).as("citations found").isPositive();
    }

    @Test
    void listsAndRangesAreReadNumberByNumber() {
        assertThat(read("HO §6.6–6.7, 7.15; NPCC §3.9"))
                .containsExactly("HO §6.6", "HO §6.7", "HO §7.15", "NPCC §3.9");
        assertThat(read("FOI p.13–14")).containsExactly("FOI p.13", "FOI p.14");
        assertThat(read("RESP Q1, Q2.5")).containsExactly("RESP Q1", "RESP Q2.5");
        assertThat(INDEX)
                .contains("HO §6.7", "NPCC §5.6", "SURV §7.1")
                .doesNotContain("NPCC §6.10", "NPCC §7.12", "SURV §4.4", "RESP Q4", "HO §6.58");
    }

    private static List<String> read(String text) {
        List<String> ids = new ArrayList<>();
        Matcher citation = CITED.matcher(text);
        while (citation.find()) {
            ids.addAll(ids(citation));
        }
        return ids;
    }

    private static List<String> ids(Matcher citation) {
        String sign = citation.group(2).startsWith("p") ? "p." : citation.group(2).substring(0, 1);
        List<String> ids = new ArrayList<>();
        Matcher number = Pattern.compile(NUMBER).matcher(citation.group(3));
        while (number.find()) {
            ids.add(citation.group(1) + " " + sign + number.group());
        }
        return ids;
    }
}
