package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.trust.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people and browsers really send: nothing typed is lost and nothing untrue is said.
@WebTest
class BadInputTest extends Visits {

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
        sendWithSecond();
        guessUntilRefused("/receipt/second", her.get("/receipt/second").fields());
    }

    @Test
    void sendingAgainIsNoWayToGuessTheSecondSecret() throws IOException {
        Map<String, List<String>> sent = sendWithSecond();
        for (int again = 0; again < 9; again++) {
            assertThat(her.post("/tell/check", sent).status()).as("the right one").isEqualTo(303);
        }
        guessUntilRefused("/tell/check", sent);
    }

    private Map<String, List<String>> sendWithSecond() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        Map<String, List<String>> send = her.get("/tell/check").fields();
        send.put("second", List.of("right words here"));
        her.post("/tell/check", send);
        return send;
    }

    private void guessUntilRefused(String path, Map<String, List<String>> fields)
            throws IOException {
        int tried = 0;
        int status = 422;
        while (status == 422 && tried < 30) {
            fields.put("second", List.of("guess number " + tried++));
            status = her.post(path, fields).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(tried).isLessThanOrEqualTo(8);
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
        // As long as the pool trusts a connection that was just used.
        Thread.sleep(600);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("retry-after")).isPresent();
        Map<String, List<String>> again = refused.fields("form.diogel-again");
        assertThat(again).containsEntry("words", List.of("typed while it was gone ŵ"));
        assertThat(her.post("/tell/words", again).status()).isEqualTo(303);
        assertThat(her.get("/tell/words").text()).contains("typed while it was gone ŵ");
    }
}
