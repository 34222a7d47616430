package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.kernel.Lang;
import org.diogel.trust.Answer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The last page before sending, over HTTP: what she decides there is what happens.
@WebTest
class CheckTest extends Visits {

    @ParameterizedTest
    @CsvSource({"no,0", "unable,0", "'',0", "yes,1"})
    void nothingIsAgreedForSomebodyWhoHasNotSaidYes(String agreement, int agreed) throws IOException {
        begin();
        fill("who", Map.of("who.for", "other", "who.agreement", agreement));
        boolean open = agreed == 1;
        Answer sharing = her.get("/tell/sharing");
        assertThat(sharing.page().select("input[name=sharing][disabled]").isEmpty()).isEqualTo(open);
        assertThat(sharing.text().contains("It is theirs to decide")).isEqualTo(!open);
        fill("words", Map.of("words", "It happened to a friend"));
        // Ticked all the same, as by an old page.
        fill("sharing", Map.of("sharing", "members"));
        Answer check = her.get("/tell/check");
        assertThat(check.page().select("input[name=sharing][disabled]").isEmpty()).isEqualTo(open);
        assertThat(check.text().contains("It is theirs to decide")).isEqualTo(!open);
        Map<String, List<String>> send = sendable(check);
        send.put("sharing", List.of("members"));
        send.put("second", List.of("three made-up words"));
        String report = report(her.follow(her.post("/tell/check", send)));
        assertThat(agreements(report)).isEqualTo(agreed);

        prove("three made-up words");
        Map<String, List<String>> choose = her.get("/receipt/choices").fields();
        choose.put("sharing", List.of("members"));
        assertThat(her.post("/receipt/choices", choose).status()).isEqualTo(303);
        assertThat(agreements(report)).as("chosen later").isEqualTo(2 * agreed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what", "later", "contact"})
    void whateverLeadsAwayKeepsWhatSheChoseHere(String to) throws IOException {
        begin();
        fill("what", Map.of("what.kinds", "threats"));
        fill("sharing", Map.of("sharing", "members"));
        Answer check = her.get("/tell/check");
        assertThat(check.page().select("button[form=form][name=do][value=" + to + "]")).isNotEmpty();
        assertThat(check.page().select("main a[href^=/tell]")).as("no way out that forgets").isEmpty();
        Map<String, List<String>> leave = check.fields();
        leave.remove("sharing");
        leave.put("child", List.of("unsure"));
        leave.put("life", List.of("no"));
        leave.put("do", List.of(to));
        Answer led = her.post("/tell/check", leave);
        assertThat(led.status()).isEqualTo(303);
        assertThat(led.location())
                .isEqualTo(to.equals("later") ? "/tell/code" : "/tell/" + to + "?to=check");
        Map<String, List<String>> back = her.get("/tell/check").fields();
        assertThat(back).doesNotContainKey("sharing");
        assertThat(back).containsEntry("child", List.of("unsure")).containsEntry("life", List.of("no"));
        assertThat(
                        one(
                                "SELECT count(*) FROM consent.statement WHERE subject = ?",
                                ticket(code).report().value()))
                .as("nothing is agreed before it is sent")
                .isEqualTo("0");
    }

    @Test
    void everyButtonThatLeadsAwayHasANameOfItsOwn() throws IOException {
        begin();
        fill("what", Map.of("what.kinds", "threats"));
        List<String> names =
                her.get("/tell/check").page().select("main button[form=form]").eachText();
        assertThat(names).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    @Test
    void onceSentHerChoicesStandInTheLedgerAloneAndTheQuestionsWithItsState() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        fill("sharing", Map.of("sharing", "members"));
        Map<String, List<String>> send = her.get("/tell/check").fields();
        send.remove("sharing");
        send.put("child", List.of("no"));
        send.put("life", List.of("no"));
        send.put("second", List.of("three made-up words"));
        String report = report(her.follow(her.post("/tell/check", send)));
        assertThat(agreements(report)).isZero();
        Ticket proved = prove("three made-up words");
        assertThat(receipts.told(proved).answers().values()).containsOnlyKeys("words");
    }

    @Test
    void aSecondWindowIsToldThatWhatItSaysWasNotUsed() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        fill("sharing", Map.of("sharing", "members"));
        Map<String, List<String>> one = sendable(her.get("/tell/check"));
        Map<String, List<String>> two = sendable(her.get("/tell/check"));
        two.remove("sharing");
        String report = report(her.follow(her.post("/tell/check", one)));
        Answer second = her.post("/tell/check", two);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text()).contains("was not used");
        assertThat(agreements(report)).isEqualTo(1);
        // The same choices get the same answer: the code alone must not learn her choices by trying.
        two.put("sharing", List.of("members"));
        assertThat(her.post("/tell/check", two).status()).isEqualTo(422);
        two.put("do", List.of("what"));
        assertThat(her.post("/tell/check", two).status()).as("leaving it").isEqualTo(422);
        assertThat(her.post("/tell/check", one).status()).as("the same again").isEqualTo(303);
    }

    @Test
    void whatSheWasShownIsWhatIsSent() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        fill("reach", Map.of("them.phone", "07700 900123"));
        Map<String, List<String>> old = sendable(her.get("/tell/check"));
        old.put("sharing", List.of("members"));
        old.put("life", List.of("unsure"));
        fill("reach", Map.of("them.phone", "07700 900456"));

        Answer page = her.post("/tell/check", old);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("changed in another window");
        assertThat(page.page().select(".diogel-excerpt").text()).contains("900456");
        assertThat(page.fields())
                .containsEntry("sharing", List.of("members"))
                .containsEntry("life", List.of("unsure"))
                .containsEntry("key", old.get("key"));
        Answer receipt = her.follow(her.post("/tell/check", page.fields()));
        assertThat(agreements(report(receipt))).isEqualTo(1);
    }

    @Test
    void whatIsWrittenAfterSendingInAnotherWindowCanBeAdded() throws IOException {
        begin();
        Map<String, List<String>> late = her.get("/tell/words").fields();
        Map<String, List<String>> kinds = her.get("/tell/what").fields();
        fill("what", Map.of("what.kinds", "threats"));
        her.post("/tell/check", sendable(her.get("/tell/check")));
        late.put("words", List.of("written too late " + WEIRD));
        Answer page = her.post("/tell/words", late);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.fields().get("more").getFirst()).startsWith("written too late");
        assertThat(her.post("/receipt/add", page.fields()).status()).isEqualTo(303);
        kinds.put("what.kinds", List.of("weapon"));
        assertThat(her.post("/tell/what", kinds).status()).isEqualTo(422);
    }

    @Test
    void anotherSecretWithTheSameKeyIsNotTakenForTheFirst() throws IOException {
        begin();
        fill("words", Map.of("words", "w"));
        Map<String, List<String>> send = sendable(her.get("/tell/check"));
        send.put("second", List.of("three made-up words"));
        her.post("/tell/check", send);
        assertThat(her.post("/tell/check", send).status()).isEqualTo(303);
        send.put("second", List.of("three other words"));
        assertThat(her.post("/tell/check", send).status()).isEqualTo(422);
    }

    @Test
    void theHashOfWhatSheDecidedHoldsNothingOfHerSecret() {
        byte[] body = Fixtures.withSecond("three made-up words", "members").body();
        assertThat(body).isEqualTo(Fixtures.withSecond("other words here", "members").body());
    }

    @Test
    void whoWouldReadItIsNamed() throws IOException {
        begin();
        fill("where", Map.of("where.region", "GWENT"));
        assertThat(her.get("/tell/them").page().text()).contains("Made-up Project Two");
        assertThat(her.get("/tell/check").page().text()).contains("Made-up Project Two");
        fill("where", Map.of("where.region", "SOUTH_WALES"));
        her.headers.put("Accept-Language", "cy");
        assertThat(her.get("/tell/check").page().text()).contains("gan: Made-up Project One");
    }

    @ParameterizedTest
    @CsvSource({
        "now,now.danger,unsure", "what,what.severity,unknown", "where,where.place,unknown",
        "where,where.contact,unknown", "them,them.relation,unknown", "contact,contact.may,unsure"
    })
    void notKnowingAndRatherNotSayingAreAnswersThatStay(String step, String field, String option)
            throws IOException {
        begin();
        for (String answer : List.of(option, Question.RATHER_NOT)) {
            fill(step, Map.of(field, answer));
            Element chosen =
                    her.get("/tell/" + step)
                            .page()
                            .selectFirst("input[name=\"" + field + "\"][checked]");
            assertThat(chosen.attr("value")).isEqualTo(answer);
        }
        fill("words", Map.of("words", "w"));
        Answer check = her.get("/tell/check");
        assertThat(check.page().text()).contains("I would rather not say");
        assertThat(check.page().select(".diogel-excerpt").text()).doesNotContain("rather not");
        Answer receipt = her.follow(her.post("/tell/check", sendable(check)));
        assertThat(receipt.status()).isEqualTo(200);
    }

    @Test
    void notBeingSureOfDangerCountsAsDanger() {
        Answers unsure = new Answers(Fixtures.STORY).with(Map.of("now.danger", List.of("unsure")));
        assertThat(
                        Sender.mustWait(
                                unsure, Fixtures.screened(Screening.NO, Screening.UNANSWERED)))
                .isTrue();
    }

    @Test
    void theCodeAloneIsShownWhatWentBeforeItStops() throws IOException {
        Ticket ticket = telling.start(Lang.EN);
        Receipt receipt =
                new Receipt(
                        "", ReportState.SENT, Lang.EN, java.time.Instant.EPOCH, null, false, null, false,
                        Receipt.Kept.NOT, null,
                        List.of(),
                        List.of(
                                new StatusLine(java.time.Instant.EPOCH, "report.status.sent", List.of()),
                                new StatusLine(
                                        java.time.Instant.EPOCH, "alert.status.published", List.of())),
                        false);
        assertThat(receipt.went()).extracting(StatusLine::key).containsExactly("alert.status.published");
        assertThat(ticket.mark()).doesNotContain(ticket.report().toString().substring(0, 8));

        begin();
        fill("words", Map.of("words", "w"));
        her.post("/tell/check", sendable(her.get("/tell/check")));
        Answer stop = her.get("/receipt/stop");
        assertThat(stop.page().text()).contains("What has already gone", "if you set one");
    }

    private static int agreements(String report) {
        return Integer.parseInt(
                one("SELECT count(*) FROM consent.agreed WHERE subject = ?::uuid", report));
    }
}
