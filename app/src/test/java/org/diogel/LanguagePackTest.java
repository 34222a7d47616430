package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.Test;

/// A language pack has every text of the public journey, whole, and nothing else: what is wrong with
/// one is said by pack and key, and fails the build.
class LanguagePackTest {

    private static final String SILENT = "report.now.silent";

    private final PackCheck check = check();

    @Test
    void everyPackIsWhole() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String tag : check.tags()) {
            faults.addAll(check.faults(tag, Files.readAllBytes(check.file(tag))));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyFileIsALanguageThatIsOffered() throws IOException {
        assertThat(check.tags()).contains("ro");
        assertThat(Lang.all().stream().filter(lang -> !lang.isWhole()).map(Lang::tag))
                .containsExactlyInAnyOrderElementsOf(check.tags());
    }

    @Test
    void theSafetyTextsAndTheFrameBelongToTheJourneyAndStaffTextsDoNot() {
        assertThat(check.english())
                .containsKeys(SILENT, "web.exit", "consent.closed.danger", "report.stop.do")
                .doesNotContainKeys("web.nav", "web.sign-out", "consent.texts.title")
                .allSatisfy((key, text) -> assertThat(key).doesNotStartWith("queue."));
        assertThat(check.isReviewed(SILENT)).isTrue();
    }

    /// What other features tell her on her receipt is of the journey too.
    @Test
    void everyLineOfWhatBecameOfAReportBelongsToTheJourney() {
        List<String> missing = new ArrayList<>();
        for (Path file : Project.files("app/src/main/java", ".java")) {
            String source = Project.text(file);
            if (source.contains("new StatusLine(") || source.contains("StatusLine.ofDay(")) {
                Pattern.compile("\"([a-z]+\\.status\\.)")
                        .matcher(source)
                        .results()
                        .map(found -> found.group(1))
                        .filter(
                                prefix ->
                                        check.english().keySet().stream()
                                                .noneMatch(key -> key.startsWith(prefix)))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aMissingTextIsNamed() {
        assertThat(faults(SILENT, null))
                .singleElement()
                .asString()
                .startsWith("ro " + SILENT + ": is missing")
                .contains("press 55");
    }

    @Test
    void aTextTooManyIsNamed() throws IOException {
        Map<String, String> pack = pack();
        pack.put("queue.title", "Coadă");
        assertThat(besides("ro", file(pack)))
                .containsExactly("ro queue.title: is no text of the public journey");
    }

    @Test
    void aSafetySentenceOrANumberThatGotLostIsNamed() {
        assertThat(faults(SILENT, "Dacă nu puteți vorbi, sunați la 999 și apăsați 55."))
                .anyMatch(fault -> fault.startsWith("ro " + SILENT + ": has 1 sentences"));
        assertThat(faults("report.now.999", "Dacă sunteți în pericol acum, sunați la 112."))
                .containsExactly("ro report.now.999: lacks the number 999");
        assertThat(faults("consent.closed.danger", " ")).anyMatch(f -> f.contains("is empty"));
    }

    @Test
    void otherPlaceholdersAndMarkupAreNamed() {
        assertThat(faults("report.receipt.reference", "Spuneți {numar}."))
                .singleElement()
                .asString()
                .startsWith("ro report.receipt.reference: has other placeholders");
        assertThat(faults("report.count.left", "Caractere rămase: %number%")).hasSize(1);
        assertThat(faults("web.back", "<b>Înapoi</b>"))
                .containsExactly("ro web.back: has other markup than the English");
        assertThat(faults("web.back", "Înapoi {")).singleElement().asString().contains("read");
    }

    @Test
    void aPluralThatTheLanguageNeedsIsNamed() {
        assertThat(
                        faults(
                                "web.fault.wait",
                                "{seconds, plural, one {o secundă} other {# de secunde}}"))
                .containsExactly("ro web.fault.wait: lacks the plural few");
        assertThat(PackCheck.categories("ar"))
                .containsExactlyInAnyOrder("zero", "one", "two", "few", "many", "other");
        assertThat(PackCheck.categories("es")).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void whatIsLeftInEnglishOrCannotBeSeenIsNamed() {
        String english = check.english().get("report.start.what");
        assertThat(faults("report.start.what", english))
                .containsExactly("ro report.start.what: is left in English");
        assertThat(faults("web.back", "l'înapoi")).hasSize(1);
        assertThat(faults("web.back", "Îna\u202epoi")).hasSize(1);
        assertThat(faults("web.back", "I\u0302napoi")).hasSize(1);
    }

    @Test
    void theFirstLinesSayNameAndDirection() {
        assertThat(faults("pack.name", null)).hasSize(1);
        assertThat(faults("pack.direction", "rtl"))
                .containsExactly("ro pack.direction: has to be ltr");
        assertThat(check.faults("ar", file(pack()))).contains("ar pack.direction: has to be rtl");
        assertThat(check.faults("Romanian", file(pack())))
                .anyMatch(fault -> fault.contains("no language tag"));
        assertThat(check.faults("ro", "pack.name=Rom\u00e2n\u0103".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("ro: the file is not UTF-8");
        byte[] twice = (new String(file(pack()), StandardCharsets.UTF_8) + "web.back=Iar\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(besides("ro", twice)).containsExactly("ro web.back: stands twice");
    }

    /// What is found besides when one text of a pack is another, or missing.
    private List<String> faults(String key, @org.jspecify.annotations.Nullable String text) {
        Map<String, String> pack = pack();
        if (text == null) {
            pack.remove(key);
        } else {
            pack.put(key, text);
        }
        return besides("ro", file(pack));
    }

    /// A pack that is not whole is said by one test alone.
    private List<String> besides(String tag, byte[] file) {
        List<String> faults = new ArrayList<>(check.faults(tag, file));
        faults.removeAll(check.faults("ro", file(pack())));
        return faults;
    }

    private Map<String, String> pack() {
        try {
            return new TreeMap<>(PackCheck.read(Files.readString(check.file("ro"))));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static byte[] file(Map<String, String> pack) {
        StringBuilder lines = new StringBuilder();
        pack.forEach((key, text) -> lines.append(key).append('=').append(text).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static PackCheck check() {
        try {
            return new PackCheck(Project.app());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
