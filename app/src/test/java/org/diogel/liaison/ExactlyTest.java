package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.liaison.Village.as;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diogel.WebTest;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Lang;
import org.diogel.messages.Jobs;
import org.diogel.report.Excerpt;
import org.diogel.report.Reports;
import org.diogel.report.Ticket;
import org.diogel.report.Wording;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What she saw before she agreed is what an officer gets, letter by letter, as page, PDF, data and
/// draft; what was held back is in none of them.
@WebTest
class ExactlyTest {

    private static final List<String> NEVER =
            List.of("CANARY-STORY", Village.CONTACT, "CANARY-SECRET", "25-34", "25 to 34");

    @Autowired ApplicationContext app;
    @Autowired Passing passing;
    @Autowired Inbox inbox;
    @Autowired Reports reports;
    @Autowired PdfWriter pdf;
    @Autowired Languages languages;
    @Autowired Jobs jobs;

    private Village village;

    @BeforeEach
    void people() {
        jobs.stop();
        village = new Village(app);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void fullDetailsArriveExactlyAsSheWasShownThem() throws Exception {
        Ticket ticket = village.tell(Village.SOUTH);
        Excerpt shown =
                as(village.anwen, () -> reports.excerpt(ticket.report(), SharingChoice.POLICE));
        Inbox.Reading reading = passed(ticket, Village.SOUTH);
        assertThat(lines(reading)).isEqualTo(lines(shown));
        assertThat(reading.letter().toString()).doesNotContain("CANARY");
        assertThat(reading.letter().answers().text("words")).isEqualTo(Village.STORY);
        assertThat(reading.letter().answers().has("support.wanted")).isFalse();
        for (Lang lang : Lang.whole()) {
            Texts texts = languages.in(lang);
            everywhere(texts, reading, shown);
            assertThat(text(pdf.letter(texts, reading))).contains("CANARY-STORY").contains(Village.CONTACT);
        }
    }

    @Test
    void informationWithoutANameHoldsNothingAboutHer() throws Exception {
        Ticket ticket = village.tell(Village.SOUTH_INTELLIGENCE);
        Excerpt shown =
                as(
                        village.anwen,
                        () -> reports.excerpt(ticket.report(), SharingChoice.ANONYMOUS_INTELLIGENCE));
        Inbox.Reading reading = passed(ticket, Village.SOUTH_INTELLIGENCE);
        assertThat(lines(reading)).isEqualTo(lines(shown));
        for (Lang lang : Lang.whole()) {
            Texts texts = languages.in(lang);
            everywhere(texts, reading, shown);
            for (String all :
                    List.of(
                            text(pdf.letter(texts, reading)),
                            text(pdf.draft(texts, reading)),
                            new String(JsonFile.of(texts, reading), StandardCharsets.UTF_8),
                            Draft.of(texts, reading).toString(),
                            new Paper(texts, _ -> true).letter(reading))) {
                NEVER.forEach(never -> assertThat(all).doesNotContain(never));
            }
            assertThat(Draft.of(texts, reading).apart()).isEmpty();
        }
    }

    @Test
    void theDraftKeepsApartWhereItCameFrom() throws Exception {
        Inbox.Reading reading = passed(village.tell(Village.SOUTH), Village.SOUTH);
        Texts texts = languages.in(Lang.EN);
        Draft draft = Draft.of(texts, reading);
        assertThat(draft.text()).extracting(Said.Line::field).contains("what.kinds", "them.description");
        assertThat(draft.text().toString()).doesNotContain("CANARY").doesNotContain(Village.CONTACT);
        assertThat(draft.apart()).extracting(Said.Line::field).contains("words", "contact.detail");
        assertThat(draft.source()).extracting(Draft.Grade::proposed).containsExactly(false, true, false);
        assertThat(draft.handling()).extracting(Draft.Grade::code).containsExactly("P", "C");
        String paper = text(pdf.draft(texts, reading));
        int apart = paper.indexOf("Where it came from");
        assertThat(apart).isPositive();
        assertThat(paper.substring(0, apart)).doesNotContain("CANARY").doesNotContain(Village.CONTACT);
        assertThat(paper.substring(apart)).contains("CANARY-STORY");
    }

    @Test
    void whatTheFontDoesNotHaveIsSaidAndStaysInTheData() throws Exception {
        Ticket ticket =
                village.tell(Map.of("words", List.of("他说没有人会来 \u0001 end")), Village.SOUTH);
        Inbox.Reading reading = passed(ticket, Village.SOUTH);
        Texts texts = languages.in(Lang.EN);
        assertThat(text(pdf.letter(texts, reading))).contains("cannot be printed here").contains("end");
        assertThat(new String(JsonFile.of(texts, reading), StandardCharsets.UTF_8)).contains("他说没有人会来");
    }

    /// The data file is documented: names do not change unseen.
    @Test
    void theDataHasTheFieldsItPromises() {
        Inbox.Reading reading = passed(village.tell(Village.SOUTH), Village.SOUTH);
        JsonNode file = JsonMapper.shared().readTree(JsonFile.of(languages.in(Lang.EN), reading));
        assertThat(file.propertyNames())
                .containsExactly(
                        "format", "version", "reference", "language", "recipient", "kind", "passed",
                        "hateCrime", "answers", "files", "added", "conditions");
        assertThat(file.get("format").asString()).isEqualTo("diogel-package");
        assertThat(file.get("version").asInt()).isOne();
        assertThat(file.get("hateCrime").asBoolean()).isTrue();
        assertThat(file.get("answers").get(0).propertyNames())
                .containsExactly("field", "question", "values", "text");
    }

    @Test
    void thePdfIsTaggedAndSaysItsLanguage() throws Exception {
        Inbox.Reading reading = passed(village.tell(Village.SOUTH), Village.SOUTH);
        try (PDDocument document = Loader.loadPDF(pdf.letter(languages.in(Lang.CY), reading))) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getLanguage()).startsWith("cy");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(reading.row().reference());
        }
    }

    private void everywhere(Texts texts, Inbox.Reading reading, Excerpt shown) throws IOException {
        Wording wording = new Wording(texts);
        String paper = plain(text(pdf.letter(texts, reading)));
        JsonNode answers =
                JsonMapper.shared().readTree(JsonFile.of(texts, reading)).get("answers");
        List<Said.Line> page = new Said(texts).lines(reading.letter().lines());
        Draft draft = Draft.of(texts, reading);
        List<Said.Line> drafted = new ArrayList<>(draft.text());
        drafted.addAll(draft.apart());
        assertThat(answers.size()).isEqualTo(shown.shown().size());
        assertThat(drafted).containsExactlyInAnyOrderElementsOf(page);
        int at = 0;
        for (Excerpt.Shown line : shown.shown()) {
            String question = wording.question(line.field());
            String value = wording.value(line.field(), line.values());
            assertThat(page.get(at)).isEqualTo(new Said.Line(line.field(), question, value));
            assertThat(answers.get(at).get("text").asString()).isEqualTo(value);
            assertThat(answers.get(at).get("question").asString()).isEqualTo(question);
            assertThat(paper).contains(plain(question)).contains(plain(value));
            at++;
        }
    }

    private Inbox.Reading passed(Ticket ticket, String recipient) {
        PackageId id = as(village.catrin, () -> passing.pass(ticket.report(), recipient));
        return as(village.sian, () -> inbox.open(id, Inbox.Way.PAGE, "investigate"));
    }

    private static List<String> lines(Inbox.Reading reading) {
        return reading.letter().lines().stream().map(l -> l.field() + l.values()).toList();
    }

    private static List<String> lines(Excerpt excerpt) {
        return excerpt.shown().stream().map(l -> l.field() + l.values()).toList();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /// Lines break differently on paper.
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
