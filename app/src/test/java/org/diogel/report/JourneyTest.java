package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.trust.Answer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole journey over HTTP, without scripts, in both languages. HO §6.6–6.7.
@WebTest
class JourneyTest extends Visits {

    @Autowired Reports reports;
    @Autowired org.diogel.web.Languages languages;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void everyPageFromTheFirstToTheReceiptInBothLanguages(String lang) throws IOException {
        her.headers.put("Accept-Language", lang);
        Answer page = begin();
        String code = page.page().selectFirst(".diogel-code").text();
        assertThat(ReceiptCode.read(code)).isPresent();

        Map<String, String> told =
                Map.of(
                        "now.danger", "no",
                        "who.for", "myself",
                        "who.adult", "yes",
                        "sharing", "members",
                        "what.kinds", "robbery",
                        "what.severity", "DANGEROUS",
                        "words", WEIRD,
                        "them.phone", "07700 900123",
                        "them.vehicle", "CUS1 A8C");
        for (String step : Steps.ALL) {
            page = her.get("/tell/" + step);
            assertThat(page.status()).isEqualTo(200);
            wholesome(page, lang);
            if (step.equals(Enclosures.STEP)) {
                assertThat(page.page().select("main a.govuk-button").attr("href"))
                        .isEqualTo(Steps.after(step));
                continue;
            }
            Map<String, List<String>> fields = page.fields();
            Questions.of(step).stream()
                    .map(Question::field)
                    .filter(told::containsKey)
                    .forEach(field -> fields.put(field, List.of(told.get(field))));
            page = her.post("/tell/" + step, fields);
            assertThat(page.status()).as(step).isEqualTo(303);
            assertThat(page.location()).isEqualTo(Steps.after(step));
        }

        page = her.get("/tell/check");
        wholesome(page, lang);
        assertThat(page.text()).contains("+447700900123", "CU51ABC").doesNotContain("<script>alert");
        Element preview = page.page().selectFirst(".diogel-excerpt");
        assertThat(preview.select("s").text()).contains("שלום");
        assertThat(preview.select("input[checked]").attr("value")).isEqualTo("members");
        Map<String, List<String>> send = page.fields();
        send.put("child", List.of("no"));
        send.put("life", List.of("no"));
        send.put("second", List.of("tri gair ŵyneb"));
        Answer receipt = her.follow(her.post("/tell/check", send));
        wholesome(receipt, lang);
        whatGoesIsWhatWasShown(preview, code, lang);
        assertThat(receipt.page().selectFirst(".diogel-code").text()).isEqualTo(code);
        assertThat(receipt.text()).doesNotContain("שלום", "900123");

        assertThat(one("SELECT count(*) FROM consent.agreed a JOIN report.report r ON r.id = a.subject WHERE r.language = ?", lang))
                .isNotEqualTo("0");
        theReceiptInTheSameLanguage(lang, code);
    }

    /// The lines of the preview that are not struck through are those of the excerpt, in their words.
    private void whatGoesIsWhatWasShown(Element preview, String code, String lang) {
        Ticket ticket = telling.resume(ReceiptCode.read(code).orElseThrow()).orElseThrow();
        Excerpt excerpt =
                Fixtures.as(
                        Fixtures.person(Fixtures.DESK, org.diogel.kernel.Role.MODERATOR),
                        () ->
                                reports.excerpt(
                                        ticket.report(),
                                        org.diogel.consent.SharingChoice.WARNING));
        Wording wording =
                new Wording(languages.in(org.diogel.kernel.Lang.ofTag(lang).orElseThrow()));
        assertThat(
                        preview.select("dd").stream()
                                .filter(line -> line.select("s").isEmpty())
                                .map(line -> line.text())
                                .toList())
                .containsExactlyElementsOf(
                        excerpt.shown().stream()
                                .map(line -> wording.value(line.field(), line.values()))
                                .toList());
    }

    private void theReceiptInTheSameLanguage(String lang, String code) throws IOException {
        her.cookies.remove(Tickets.COOKIE);
        Answer page = comeBack(code);
        wholesome(page, lang);
        assertThat(page.page().select(".diogel-code")).isEmpty();
        assertThat(page.text()).doesNotContain("900123", "members</li>");

        for (String path : List.of("/receipt/told", "/receipt/choices", "/receipt/delete")) {
            assertThat(her.get(path).location()).as(path).isEqualTo("/receipt/second");
        }
        page = her.get("/receipt/add");
        wholesome(page, lang);
        Map<String, List<String>> add = page.fields();
        add.put("more", List.of("later " + WEIRD));
        assertThat(her.post("/receipt/add", add).status()).isEqualTo(303);
        page = her.get("/receipt/stop");
        wholesome(page, lang);

        page = her.get("/receipt/second");
        wholesome(page, lang);
        Map<String, List<String>> second = page.fields();
        second.put("second", List.of("wrong"));
        page = her.post("/receipt/second", second);
        assertThat(page.status()).isEqualTo(422);
        second = page.fields();
        second.put("second", List.of("tri gair ŵyneb"));
        page = her.follow(her.post("/receipt/second", second));
        wholesome(page, lang);
        assertThat(page.page().text()).contains("שלום", "07700 900123", "later a");

        page = her.get("/receipt/choices");
        wholesome(page, lang);
        Map<String, List<String>> none = page.fields();
        none.remove("sharing");
        Answer chosen = her.follow(her.post("/receipt/choices", none));
        wholesome(chosen, lang);
        String saved = languages.in(org.diogel.kernel.Lang.ofTag(lang).orElseThrow()).t("report.choices.saved");
        assertThat(chosen.page().select("h1 + .govuk-inset-text").text()).isEqualTo(saved);
        assertThat(her.get("/receipt/told").page().text()).doesNotContain(saved);

        page = her.get("/receipt/delete");
        wholesome(page, lang);
        page = her.follow(her.post("/receipt/delete", page.fields("main form")));
        assertThat(page.text()).contains("/receipt/keep");
        page = her.follow(her.post("/receipt/keep", page.fields("main form[action=/receipt/keep]")));
        assertThat(page.text()).doesNotContain("/receipt/keep");
    }

    @Test
    void aReportCanBeSentInThreePostsAndNotUnseen() throws IOException {
        begin();
        Map<String, List<String>> what = csrf();
        what.put("what.kinds", List.of("threats", "weapon"));
        assertThat(her.post("/tell/what", what).status()).isEqualTo(303);
        Map<String, List<String>> send = csrf();
        send.put("key", List.of(UUID.randomUUID().toString()));
        Answer unseen = her.post("/tell/check", send);
        assertThat(unseen.status()).isEqualTo(409);
        Answer sent = her.post("/tell/check", unseen.fields());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/receipt");
    }

    @Test
    void savingForLaterShowsTheCodeAndComingBackShowsTheAnswers() throws IOException {
        String code = begin().page().selectFirst(".diogel-code").text();
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        fields.put("words", List.of("to be continued"));
        fields.put("do", List.of("later"));
        Answer kept = her.follow(her.post("/tell/words", fields));
        assertThat(kept.page().selectFirst(".diogel-code").text()).isEqualTo(code);
        her.cookies.clear();
        assertThat(comeBack(code).text()).contains("to be continued");
    }

    @Test
    void aReportThatWaitsSaysSoAndCannotBeDeletedBeforeTheLeadHasReadIt() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        Map<String, List<String>> send = her.get("/tell/check").fields();
        send.put("sharing", List.of("members"));
        send.put("life", List.of("unsure"));
        send.put("second", List.of("right words here"));
        Answer receipt = her.follow(her.post("/tell/check", send));
        assertThat(receipt.text()).contains("Until then nothing is shared");
        Map<String, List<String>> second = her.get("/receipt/second").fields();
        second.put("second", List.of("right words here"));
        her.post("/receipt/second", second);
        Answer page = her.get("/receipt/delete");
        assertThat(page.page().select("main form")).isEmpty();
    }

    @Test
    void nothingAboutAReportIsInAnyAddressOrTitle() throws IOException {
        begin();
        for (String step : Steps.ALL) {
            Document page = her.get("/tell/" + step).page();
            assertThat(page.title().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("sex", "violence", "attack", "report", "assault", "warning");
            page.select("a[href]:not([hreflang])")
                    .forEach(a -> assertThat(a.attr("href")).doesNotContain("="));
        }
        assertThat(her.cookies.get(Tickets.COOKIE)).hasSizeLessThan(400);
    }

    @Test
    void leavingOrClosingForgetsTheCode() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        Answer receipt = her.follow(her.post("/tell/check", her.get("/tell/check").fields()));
        Answer closed = her.post("/receipt/close", receipt.fields("form[action=/receipt/close]"));
        assertThat(closed.location()).isEqualTo("/");
        assertThat(her.cookies).doesNotContainKey(Tickets.COOKIE);
    }

    @Test
    void aDraftCanBeThrownAway() throws IOException {
        String code = begin().page().selectFirst(".diogel-code").text();
        Answer sure = her.get("/tell/throw-away");
        Answer gone = her.post("/tell/throw-away", sure.fields("main form"));
        assertThat(gone.status()).isEqualTo(200);
        assertThat(telling.resume(ReceiptCode.read(code).orElseThrow())).isEmpty();
    }
}
