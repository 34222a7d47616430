package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole journey over HTTP, without scripts, in both languages, with the input people really
/// send. HO §6.6–6.7.
@WebTest
class JourneyTest {

    private static final String WEIRD =
            "a\0b \ud83d\ude00 שלום \u202eمرحبا\u202c ŵŷ <script>alert(1)</script> ${7*7} {0} ’ \" & ";

    @LocalServerPort int port;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Guesses guesses;
    @Autowired Reports reports;
    @Autowired org.diogel.web.Languages languages;

    private Visitor her;

    @BeforeEach
    void visitor() {
        Fixtures.desks(access);
        her = new Visitor(port);
        her.headers.put("Accept-Language", "en");
    }

    @AfterEach
    void close() {
        her.close();
        // Other tests come from the same address.
        for (int i = 0; i < 60; i++) {
            guesses.codeWasRight("127.0.0.1");
        }
    }

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
        assertThat(her.post("/receipt/choices", none).status()).isEqualTo(303);

        page = her.get("/receipt/delete");
        wholesome(page, lang);
        page = her.follow(her.post("/receipt/delete", page.fields("main form")));
        assertThat(page.text()).contains("/receipt/keep");
        page = her.follow(her.post("/receipt/keep", page.fields("main form[action=/receipt/keep]")));
        assertThat(page.text()).doesNotContain("/receipt/keep");
    }

    @Test
    void aReportCanBeSentInThreePosts() throws IOException {
        begin();
        Map<String, List<String>> what = csrf();
        what.put("what.kinds", List.of("threats", "weapon"));
        assertThat(her.post("/tell/what", what).status()).isEqualTo(303);
        Map<String, List<String>> send = csrf();
        send.put("key", List.of(UUID.randomUUID().toString()));
        Answer sent = her.post("/tell/check", send);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/receipt");
    }

    @Test
    void twoIdenticalSendsAreOneReportAndTheSameReceiptAndAnotherBodyIsRefused() throws IOException {
        begin();
        fill("words", Map.of("words", "once"));
        Map<String, List<String>> send = her.get("/tell/check").fields();
        Answer first = her.follow(her.post("/tell/check", send));
        String before = one("SELECT count(*) FROM report.report");
        Answer second = her.follow(her.post("/tell/check", send));
        assertThat(second.page().selectFirst(".diogel-code").text())
                .isEqualTo(first.page().selectFirst(".diogel-code").text());
        assertThat(one("SELECT count(*) FROM report.report")).isEqualTo(before);

        Map<String, List<String>> other = new HashMap<>(send);
        other.put("life", List.of("yes"));
        assertThat(her.post("/tell/check", other).status()).isEqualTo(422);
    }

    @Test
    void anEmptyReportSaysWhatIsMissingAndKeepsWhatWasTyped() throws IOException {
        begin();
        Map<String, List<String>> send = her.get("/tell/check").fields();
        send.put("second", List.of("kept words here"));
        send.put("life", List.of("unsure"));
        Answer page = her.post("/tell/check", send);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select(".govuk-error-summary a[href=#nothing]")).hasSize(1);
        assertThat(page.fields()).containsEntry("second", List.of("kept words here"));
        assertThat(page.fields()).containsEntry("life", List.of("unsure"));
        assertThat(page.fields().get("key")).isEqualTo(send.get("key"));
    }

    @Test
    void tenThousandCharactersFitAndTwentyThousandAndOneAreShownAgainWhole() throws IOException {
        begin();
        String long1 = ("😀 word ŵ " + "x".repeat(91)).repeat(100);
        fill("words", Map.of("words", long1));
        assertThat(her.get("/tell/words").page().selectFirst("textarea").wholeText().strip())
                .isEqualTo(long1.strip());

        String tooLong = "y".repeat(20_001);
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        fields.put("words", List.of(tooLong));
        Answer page = her.post("/tell/words", fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().selectFirst("textarea").wholeText().strip()).isEqualTo(tooLong);
        assertThat(page.page().select("#words-error")).hasSize(1);
        assertThat(page.page().title()).startsWith("Please check:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31,2,2026", "x,y,z", "1,1,2999", "5,,2026", "١,١,٩٩٩٩٩"})
    void aDateThatIsNoneIsShownAgain(String date) throws IOException {
        begin();
        String[] parts = date.split(",", -1);
        Map<String, List<String>> fields = her.get("/tell/when").fields();
        fields.put("when.date-day", List.of(parts[0]));
        fields.put("when.date-month", List.of(parts[1]));
        fields.put("when.date-year", List.of(parts[2]));
        Answer page = her.post("/tell/when", fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.fields()).containsEntry("when.date-year", List.of(parts[2]));
        assertThat(page.page().select(".govuk-error-summary a[href=#when.date-day]")).hasSize(1);
        assertThat(page.page().select("[id=when.date-day]")).hasSize(1);
    }

    @Test
    void twoTabsDoNotOverwriteEachOtherAndLoseNothing() throws IOException {
        begin();
        Map<String, List<String>> one = her.get("/tell/words").fields();
        Map<String, List<String>> two = her.get("/tell/words").fields();
        one.put("words", List.of("from the first tab"));
        two.put("words", List.of("from the second tab"));
        assertThat(her.post("/tell/words", one).status()).isEqualTo(303);
        Answer conflict = her.post("/tell/words", two);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("from the first tab");
        assertThat(conflict.fields()).containsEntry("words", List.of("from the second tab"));

        assertThat(her.post("/tell/words", conflict.fields()).status()).isEqualTo(303);
        assertThat(her.get("/tell/words").fields()).containsEntry("words", List.of("from the second tab"));
    }

    @Test
    void theBackButtonAndAPageSentTwiceDoNoHarm() throws IOException {
        begin();
        Map<String, List<String>> old = her.get("/tell/words").fields();
        old.put("words", List.of("one"));
        her.post("/tell/words", old);
        assertThat(her.post("/tell/words", old).status()).isEqualTo(303);
        Map<String, List<String>> fields = her.get("/tell/words?to=check").fields();
        assertThat(fields).containsEntry("words", List.of("one"));
        fields.put("words", List.of("two"));
        assertThat(her.post("/tell/words", fields).location()).isEqualTo("/tell/check");
    }

    @Test
    void whenTheCodeIsGoneInTheMiddleThePageSaysSoAndKeepsWhatWasTyped() throws IOException {
        String code = begin().page().selectFirst(".diogel-code").text();
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        fields.put("words", List.of("typed before it ended " + WEIRD));
        her.cookies.remove(Tickets.COOKIE);

        Answer asked = her.post("/tell/words", fields);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.text()).doesNotContain("typed before it ended");
        Map<String, List<String>> back = asked.fields();
        back.put("code", List.of("wrong"));
        Answer again = her.post("/code", back);
        assertThat(again.status()).isEqualTo(422);
        back = again.fields();
        back.put("code", List.of(code.toLowerCase(java.util.Locale.ROOT)));
        Answer page = her.post("/code", back);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.fields().get("words").getFirst()).startsWith("typed before it ended");
        assertThat(her.post("/tell/words", page.fields()).status()).isEqualTo(303);
        assertThat(her.get("/tell/words").text()).contains("typed before it ended");
    }

    @Test
    void theLanguageSwitchKeepsAHalfFilledFormAndSavesNothing() throws IOException {
        begin();
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        fields.put("words", List.of("half a sentence"));
        fields.put("lang", List.of("cy"));
        Answer page = her.post("/tell/words", fields);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo("cy");
        assertThat(page.fields()).containsEntry("words", List.of("half a sentence"));
        assertThat(her.get("/tell/words").text()).doesNotContain("half a sentence");
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
    void wrongCodesAreRefusedAndTheLimiterEngages() throws IOException {
        her.headers.put("X-Forwarded-For", "203.0.113.7");
        Map<String, List<String>> fields = her.get("/code").fields();
        int wrong = 0;
        int limited = 0;
        for (int i = 0; i < 60; i++) {
            her.headers.put("X-Forwarded-For", "203.0.113." + i);
            fields.put("code", List.of(ReceiptCode.random().spaced()));
            Answer answer = her.post("/code", fields);
            if (answer.status() == 429) {
                limited++;
                assertThat(answer.header("retry-after")).isPresent();
            } else {
                assertThat(answer.status()).isEqualTo(422);
                wrong++;
            }
        }
        assertThat(wrong).isLessThanOrEqualTo(20);
        assertThat(limited).isGreaterThanOrEqualTo(40);
    }

    @Test
    void guessingTheSecondSecretIsSlowed() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        Map<String, List<String>> send = her.get("/tell/check").fields();
        send.put("second", List.of("right words here"));
        her.post("/tell/check", send);
        Map<String, List<String>> fields = her.get("/receipt/second").fields();
        int tried = 0;
        int status = 422;
        while (status == 422 && tried < 30) {
            fields.put("second", List.of("guess number " + tried++));
            status = her.post("/receipt/second", fields).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(tried).isLessThanOrEqualTo(8);
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
            page.select("a[href]").forEach(a -> assertThat(a.attr("href")).doesNotContain("="));
        }
        assertThat(her.cookies.get(Tickets.COOKIE)).hasSizeLessThan(400);
    }

    @Test
    void anUnknownPageOfTheFormIsNotThere() throws IOException {
        begin();
        assertThat(her.get("/tell/nonsense").status()).isEqualTo(404);
        her.cookies.put(Tickets.COOKIE, "tampered");
        assertThat(her.get("/tell/words").status()).isEqualTo(401);
        assertThat(her.get("/receipt").status()).isEqualTo(401);
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
    void withTheDatabaseGoneNothingIsAcknowledgedAndEverythingTypedIsOfferedAgain() throws Exception {
        begin();
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        fields.put("words", List.of("typed while it was gone ŵ"));
        Answer refused;
        try (var admin = org.diogel.database.TestDatabase.superuser();
                var sql = admin.createStatement()) {
            sql.execute("REVOKE CONNECT ON DATABASE diogel FROM diogel_app");
            sql.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'diogel_app'");
            try {
                refused = her.post("/tell/words", fields);
            } finally {
                sql.execute("GRANT CONNECT ON DATABASE diogel TO diogel_app");
            }
        }
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("retry-after")).isPresent();
        Map<String, List<String>> again = refused.fields("form.diogel-again");
        assertThat(again).containsEntry("words", List.of("typed while it was gone ŵ"));
        assertThat(her.post("/tell/words", again).status()).isEqualTo(303);
        assertThat(her.get("/tell/words").text()).contains("typed while it was gone ŵ");
    }

    @Test
    void aDraftCanBeThrownAway() throws IOException {
        String code = begin().page().selectFirst(".diogel-code").text();
        Answer sure = her.get("/tell/throw-away");
        Answer gone = her.post("/tell/throw-away", sure.fields("main form"));
        assertThat(gone.status()).isEqualTo(200);
        assertThat(telling.resume(ReceiptCode.read(code).orElseThrow())).isEmpty();
    }

    private Answer begin() throws IOException {
        Answer start = her.get("/");
        Answer began = her.post("/tell", start.fields("form[action=/tell]"));
        assertThat(began.status()).isEqualTo(303);
        return her.follow(began);
    }

    private void fill(String step, Map<String, String> typed) throws IOException {
        Map<String, List<String>> fields = her.get("/tell/" + step).fields();
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        assertThat(her.post("/tell/" + step, fields).status()).isEqualTo(303);
    }

    private Map<String, List<String>> csrf() throws IOException {
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        return new LinkedHashMap<>(Map.of("_csrf", fields.get("_csrf")));
    }

    private Answer comeBack(String code) throws IOException {
        Map<String, List<String>> fields = her.get("/code").fields();
        fields.put("code", List.of(code));
        return her.follow(her.post("/code", fields));
    }

    /// The page is in its language, has one heading, labels for everything, and no script of its own.
    private static void wholesome(Answer answer, String lang) {
        Document page = answer.page();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(lang);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("[style], [onclick], script:not([nonce])")).isEmpty();
        for (Element field : page.select("main input:not([type=hidden]), main textarea")) {
            assertThat(page.select("label[for=\"" + field.id() + "\"]"))
                    .as("label of " + field.attr("name"))
                    .hasSize(1);
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
}
