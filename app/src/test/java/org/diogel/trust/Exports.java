package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// Everything that leaves for the recipients she chose, taken in every form there is, against what her
/// last page showed that each would get: the secrets in it are those and no other.
final class Exports {

    static final String FORCE = "police-south-wales";
    static final String INTELLIGENCE = "intelligence-south-wales";
    static final String BY_HAND = "crimestoppers";

    /// Whom a recipient may never read of: those who work on it, and whoever else was told.
    private static final List<String> NOBODY_ELSE =
            List.of("Ffion", "Dewi", "@lantern.invalid", "Lantern", "Crimestoppers", "Ugly Mugs");

    /// A recipient's choice, as the preview is called.
    private static final Map<String, String> CHOICES =
            Map.of(FORCE, "police", INTELLIGENCE, "anonymous-intelligence", BY_HAND, "anonymous-intelligence");

    private final Canaries canaries;
    private final Map<String, String> shown = new LinkedHashMap<>();

    /// The same without the files and her words about them, of which a draft has none.
    private final Map<String, String> answered = new LinkedHashMap<>();

    Exports(Canaries canaries) {
        this.canaries = canaries;
    }

    static List<String> recipients() {
        return List.of(FORCE, INTELLIGENCE, BY_HAND);
    }

    /// What her last page says that each would get.
    void promised(Answer check) {
        CHOICES.values()
                .forEach(
                        choice -> {
                            var preview =
                                    check.page()
                                            .selectFirst("[aria-labelledby=preview-" + choice + "]");
                            assertThat(preview).as("a preview of " + choice).isNotNull();
                            preview.select("s").remove();
                            shown.put(choice, preview.text());
                            preview.select("h4, h4 ~ *").remove();
                            answered.put(choice, preview.text());
                        });
        assertThat(secrets(shown.get("police"))).hasSizeGreaterThan(8);
        assertThat(secrets(shown.get("anonymous-intelligence"))).isNotEmpty();
    }

    /// The desk gives all of it on; the one by hand is taken as page and PDF.
    void passOn(Visitor desk) throws IOException {
        String page = mine(desk);
        for (String recipient : recipients()) {
            Map<String, List<String>> fields =
                    desk.get(page).fields("form:has(input[value=" + recipient + "])");
            assertThat(desk.post(page, fields).status()).isEqualTo(303);
        }
        Answer sheet = desk.get(page);
        String take = sheet.page().selectFirst("form[action$=/paper]").attr("action");
        Answer paper = desk.follow(desk.post(take, sheet.fields("form[action$=/paper]")));
        String letter = paper.page().select(".govuk-summary-list").text();
        assertThat(secrets(letter)).isEqualTo(expected(BY_HAND));
        String pdf = paper.page().selectFirst("form[action$=/pdf]").attr("action");
        paper(BY_HAND, shown, desk.post(pdf, paper.fields("form[action$=/pdf]")));
    }

    /// The report for which each of them waits.
    private static String mine(Visitor desk) throws IOException {
        List<String> waiting =
                desk.get("/passing").page().select("tbody a[href^=/queue/][href$=/passing]").eachAttr("href");
        for (String page : waiting.stream().distinct().toList().reversed()) {
            var offers = desk.get(page).page().select("input[name=recipient]").eachAttr("value");
            if (offers.containsAll(recipients())) {
                return page;
            }
        }
        throw new AssertionError("Nothing waits for all of them: " + waiting);
    }

    /// An officer opens what is new and takes it in every form.
    void take(Visitor officer) throws IOException {
        int taken = 0;
        for (String item : officer.get("/inbox").page().select("tbody a").eachAttr("href").stream().distinct().toList()) {
            Answer ask = officer.get(item);
            if (ask.page().selectFirst("form[action=" + item + "]") == null) {
                continue;
            }
            Map<String, List<String>> why = ask.fields("form[action=" + item + "]");
            why.put("purpose", List.of("investigate"));
            Answer letter = officer.post(item, why);
            assertThat(letter.status()).isEqualTo(200);
            Set<String> read = secrets(letter.page().select("main").text());
            if (read.isEmpty()) {
                continue;
            }
            String recipient = read.equals(expected(FORCE)) ? FORCE : INTELLIGENCE;
            assertThat(read).as("what the page says").isEqualTo(expected(recipient));
            nobodyElse(letter.page().select("main").text());
            for (String way : List.of("pdf", "json", "draft", "draft-pdf")) {
                String form = "form[action$=/" + way + "]";
                Answer answer = officer.post(item + "/" + way, letter.fields(form));
                assertThat(answer.status()).as(way).isEqualTo(200);
                switch (way) {
                    case "json" -> {
                        neutral(answer);
                        same(recipient, shown, answer.text().replace("\\\"", "\""));
                    }
                    case "draft" -> same(recipient, answered, answer.page().select("main").text());
                    case "draft-pdf" -> paper(recipient, answered, answer);
                    default -> paper(recipient, shown, answer);
                }
            }
            taken++;
        }
        assertThat(taken).as("packages that held what she said").isEqualTo(2);
    }

    private void paper(String recipient, Map<String, String> promised, Answer answer) throws IOException {
        neutral(answer);
        assertThat(answer.header("content-type").orElseThrow()).startsWith("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            same(recipient, promised, new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
            ByteArrayOutputStream inside = new ByteArrayOutputStream();
            inside.writeBytes(answer.body());
            for (var key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    try (var bytes = stream.createInputStream()) {
                        bytes.transferTo(inside);
                    }
                }
            }
            inside.writeBytes(document.getDocumentInformation().getCOSObject().toString().getBytes(StandardCharsets.UTF_8));
            assertThat(expected(recipient, promised)).containsAll(secrets(inside.toByteArray()));
        }
    }

    private void same(String recipient, Map<String, String> promised, String text) {
        assertThat(secrets(text)).as(recipient).isEqualTo(expected(recipient, promised));
        nobodyElse(recipient.equals(BY_HAND) ? text.replace("Crimestoppers", "") : text);
    }

    private static void nobodyElse(String text) {
        NOBODY_ELSE.forEach(name -> assertThat(text).doesNotContain(name));
    }

    /// A file's name lands in the list of what was downloaded.
    private void neutral(Answer file) {
        List<String> headers = new ArrayList<>();
        file.headers().forEach((name, values) -> headers.add(name + values));
        assertThat(secrets(headers.toString())).isEmpty();
        assertThat(file.header("content-disposition").orElseThrow())
                .matches("attachment; filename=\"[0-9A-Z]{4}-[0-9A-Z]{4}(-draft)?\\.(pdf|json)\"");
        assertThat(file.header("cache-control").orElseThrow()).contains("no-store");
    }

    private Set<String> expected(String recipient) {
        return expected(recipient, shown);
    }

    private Set<String> expected(String recipient, Map<String, String> promised) {
        return secrets(promised.get(CHOICES.get(recipient)));
    }

    private Set<String> secrets(String text) {
        return secrets(text.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> secrets(byte[] bytes) {
        Needles needles = new Needles();
        canaries.all().forEach(needles::add);
        Set<String> found = new TreeSet<>();
        needles.in(bytes, "an export").forEach(hit -> found.add(hit.secret()));
        return found;
    }
}
