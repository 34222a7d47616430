package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.trust.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The code or the second secret ran out in the middle of something, over HTTP: what she decided and
/// typed is there again, nothing of it is done unasked, and it never reaches another's report.
@WebTest
class InterruptedTest extends Visits {

    private static final String SECOND = "three made-up words";
    private static final String NOT_DONE = "Nothing of it is done yet";

    @Test
    void theLastPageComesBackWithWhatWasChosenOnIt() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        fill("sharing", Map.of("sharing", "members"));
        Map<String, List<String>> send = her.get("/tell/check").fields();
        send.remove("sharing");
        send.put("child", List.of("no"));
        send.put("life", List.of("unsure"));
        send.put("second", List.of(SECOND));
        forgetCode();
        Answer page = giveCode(her.post("/tell/check", send), code);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(NOT_DONE);
        assertThat(page.fields()).doesNotContainKey("sharing");
        assertThat(page.fields())
                .containsEntry("life", List.of("unsure"))
                .containsEntry("second", List.of(SECOND))
                .containsEntry("key", send.get("key"));
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(her.post("/tell/check", page.fields()).location()).isEqualTo("/receipt");
        assertThat(state()).isEqualTo("WAITING");
    }

    @Test
    void stoppingWithoutTheCodeIsAskedOnceMoreAndNotForgotten() throws IOException {
        send("");
        Map<String, List<String>> stop = her.get("/receipt/stop").fields();
        forgetCode();
        Answer page = giveCode(her.post("/receipt/stop", stop), code);
        assertThat(page.text()).contains(NOT_DONE);
        assertThat(stopped()).isFalse();
        her.post("/receipt/stop", page.fields());
        assertThat(stopped()).isTrue();
    }

    @Test
    void anAdditionComesBack() throws IOException {
        send("");
        Map<String, List<String>> add = her.get("/receipt/add").fields();
        add.put("more", List.of("something more"));
        forgetCode();
        Answer page = giveCode(her.post("/receipt/add", add), code);
        assertThat(page.fields()).containsEntry("more", List.of("something more"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takingAChoiceBackSurvivesTheEndOfTheSecondSecret(boolean codeToo) throws IOException {
        send(SECOND);
        prove(SECOND);
        Map<String, List<String>> none = her.get("/receipt/choices").fields();
        assertThat(none).containsEntry("sharing", List.of("members"));
        none.remove("sharing");
        Answer asked = interrupt("/receipt/choices", none, codeToo);
        assertThat(agreed()).isEqualTo("members");

        Map<String, List<String>> wrong = asked.fields();
        wrong.put("second", List.of("wrong words here"));
        asked = her.post("/receipt/second", wrong);
        assertThat(asked.status()).isEqualTo(422);
        Answer page = giveSecond(asked);
        assertThat(page.text()).contains(NOT_DONE);
        assertThat(page.fields()).doesNotContainKey("sharing");
        assertThat(agreed()).as("not before she says so").isEqualTo("members");
        assertThat(her.post("/receipt/choices", page.fields()).status()).isEqualTo(303);
        assertThat(agreed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deletingAndKeepingSurviveItToo(boolean codeToo) throws IOException {
        send(SECOND);
        prove(SECOND);
        Answer sure = her.get("/receipt/delete");
        Answer page = giveSecond(interrupt("/receipt/delete", sure.fields(), codeToo));
        assertThat(page.text()).contains(NOT_DONE, "After seven days");
        assertThat(receipts.get(ticket(code)).eraseAfter()).isNull();
        Answer erasing = her.follow(her.post("/receipt/delete", page.fields()));
        assertThat(receipts.get(ticket(code)).eraseAfter()).isNotNull();

        Map<String, List<String>> keep = erasing.fields("form[action=/receipt/keep]");
        page = giveSecond(interrupt("/receipt/keep", keep, codeToo));
        assertThat(page.text()).contains(NOT_DONE);
        assertThat(receipts.get(ticket(code)).eraseAfter()).isNotNull();
        her.post("/receipt/keep", page.fields("form[action=/receipt/keep]"));
        assertThat(receipts.get(ticket(code)).eraseAfter()).isNull();
    }

    @Test
    void throwingAwayWithoutTheCodeIsNotSaidToBeDone() throws IOException {
        begin();
        Map<String, List<String>> away = her.get("/tell/throw-away").fields();
        forgetCode();
        Answer asked = her.post("/tell/throw-away", away);
        assertThat(asked.status()).isEqualTo(401);
        Answer page = giveCode(asked, code);
        assertThat(page.text()).contains(NOT_DONE);
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(her.post("/tell/throw-away", page.fields()).status()).isEqualTo(200);
        assertThat(one("SELECT count(*) FROM report.report WHERE state = 'DRAFT'")).isEqualTo("0");
    }

    @Test
    void aHeldPageDoesNotOverwriteWhatWasSavedElsewhereMeanwhile() throws IOException {
        begin();
        Map<String, List<String>> held = her.get("/tell/words").fields();
        held.put("words", List.of("typed before"));
        fill("words", Map.of("words", "saved elsewhere"));
        forgetCode();
        Answer page = giveCode(her.post("/tell/words", held), code);
        Answer conflict = her.post("/tell/words", page.fields());
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("saved elsewhere");
        assertThat(conflict.fields()).containsEntry("words", List.of("typed before"));
    }

    @Test
    void whatOneTypedNeverStandsInTheReportOfTheNext() throws IOException {
        begin();
        String first = code;
        Map<String, List<String>> hers = her.get("/tell/words").fields();
        hers.put("words", List.of("CANARY of the first"));
        forgetCode();
        Answer asked = her.post("/tell/words", hers);
        begin();
        fill("words", Map.of("words", "of the second"));
        Answer next = her.follow(giveCode(asked, code));
        assertThat(next.text()).doesNotContain("CANARY").contains("of the second");

        // Nor when her page is still open in another tab of the same browser.
        Answer other = her.post("/tell/words", hers);
        assertThat(other.status()).isEqualTo(401);
        assertThat(other.text()).doesNotContain("CANARY");
        assertThat(her.get("/tell/words").fields()).containsEntry("words", List.of("of the second"));
        Answer back = giveCode(other, first);
        assertThat(back.fields()).containsEntry("words", List.of("CANARY of the first"));
    }

    @Test
    void theLanguageCanBeChangedOnTheWay() throws IOException {
        begin();
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        fields.put("words", List.of("half a sentence"));
        fields.put("lang", List.of("cy"));
        forgetCode();
        Answer asked = her.post("/tell/words", fields);
        Map<String, List<String>> english = asked.fields();
        english.put("lang", List.of("en"));
        asked = her.post("/code", english);
        assertThat(asked.text()).contains("is held here");
        assertThat(giveCode(asked, code).fields()).containsEntry("words", List.of("half a sentence"));
    }

    private void send(String second) throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        Map<String, List<String>> send = sendable(her.get("/tell/check"));
        send.put("sharing", List.of("members"));
        send.put("second", List.of(second));
        assertThat(her.post("/tell/check", send).location()).isEqualTo("/receipt");
    }

    private void forgetCode() {
        her.cookies.remove(Tickets.COOKIE);
    }

    /// Posts it without the second secret, or without the code as well. @return the page that asks
    /// for the second secret
    private Answer interrupt(String path, Map<String, List<String>> fields, boolean codeToo)
            throws IOException {
        forgetCode();
        if (codeToo) {
            return giveCode(her.post(path, fields), code);
        }
        comeBack(code);
        Answer asked = her.post(path, fields);
        assertThat(asked.status()).isEqualTo(401);
        return asked;
    }

    private Answer giveCode(Answer asked, String which) throws IOException {
        Map<String, List<String>> fields = asked.fields();
        fields.put("code", List.of(which));
        return her.post("/code", fields);
    }

    private Answer giveSecond(Answer asked) throws IOException {
        Map<String, List<String>> fields = asked.fields();
        fields.put("second", List.of(SECOND));
        return her.post("/receipt/second", fields);
    }

    private String state() {
        return one("SELECT state FROM report.report WHERE id = ?", ticket(code).report().value());
    }

    private boolean stopped() {
        return receipts.get(ticket(code)).stopped();
    }

    private String agreed() {
        return receipts.told(ticket(code).withSecond()).agreements().stream()
                .map(org.diogel.consent.Agreement::recipient)
                .collect(java.util.stream.Collectors.joining());
    }
}
