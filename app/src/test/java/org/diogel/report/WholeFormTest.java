package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What the whole form decides: who is not offered, which project reads it, what suggests a child,
/// what is kept apart, what cannot be deleted.
@WebTest
class WholeFormTest extends Visits {

    private static final String SECOND = "three made-up words";

    @Autowired Sender sender;
    @Autowired Reports reports;

    @Test
    void aForceThePersonMayWorkForIsNeverAgreedTo() throws IOException {
        begin();
        fill("them", Map.of("them.relation", "police", "them.force", "gwent"));
        fill("what", Map.of("what.kinds", "threats"));
        Answer sharing = her.get("/tell/sharing");
        assertThat(sharing.page().select("input[name=sharing][disabled]").eachAttr("value"))
                .containsExactly("intelligence-gwent", "police-gwent");
        Map<String, List<String>> send = sendable(her.get("/tell/check"));
        // Ticked all the same, as by an old page.
        send.put("sharing", List.of("police-gwent", "police-watchdog", "intelligence-gwent"));
        String report = report(her.follow(her.post("/tell/check", send)));
        assertThat(one("SELECT string_agg(recipient, ' ') FROM consent.agreed WHERE subject = ?::uuid", report))
                .isEqualTo("police-watchdog");
    }

    @Test
    void whereThePersonWorksForTheProjectAnotherOneReadsIt() {
        Ticket ticket = told(Map.of("them.here", List.of("yes")));
        sender.send(ticket, Fixtures.submission());
        assertThat(agency(ticket)).isEqualTo(Fixtures.OTHER.toString());
        assertThat(
                        Fixtures.as(
                                Fixtures.person(Fixtures.DESK, Role.MODERATOR),
                                () -> reports.list(List.of(ticket.report()))))
                .isEmpty();

        Ticket other = told(Map.of("them.here", List.of("yes"), "where.region", List.of("GWENT")));
        sender.send(other, Fixtures.submission());
        assertThat(agency(other)).isEqualTo(Fixtures.DESK.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "I am only 15 and he knew it, ''",
        "She is in year 10 at school, ''",
        "Rydw i’n 16 oed, ''",
        "Nothing to say, younger",
    })
    void whatSuggestsAChildWaitsOrHasToBeDecided(String words, String kind) {
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("who.adult", List.of());
        answers.put("words", List.of(words));
        if (!kind.isEmpty()) {
            answers.put("what.kinds", List.of(kind));
        }
        Ticket open = told(answers);
        assertThat(sender.send(open, Fixtures.screened(Screening.UNANSWERED, Screening.NO)))
                .isEqualTo(new Sending.Sent(true));

        Ticket no = told(answers);
        assertThat(sender.send(no, Fixtures.submission("members"))).isEqualTo(new Sending.Sent(false));
        QueueItem item =
                Fixtures.as(
                        Fixtures.person(Fixtures.DESK, Role.MODERATOR),
                        () -> reports.get(no.report()));
        assertThat(item.mustBeScreened()).isTrue();
        assertThat(item.maySend()).isFalse();
    }

    @Test
    void anAdultWhoSpeaksOfHerChildrenIsNotDoubted() {
        Ticket ticket = told(Map.of("words", List.of("I was on my way to fetch my children from school")));
        sender.send(ticket, Fixtures.submission());
        assertThat(one("SELECT child FROM report.report WHERE id = ?", ticket.report().value()))
                .isEqualTo("NO");
    }

    @Test
    void whoSheIsIsReadByHerAlone() {
        Ticket ticket = told(Map.of("equality.age", List.of("25-34")));
        sender.send(ticket, Fixtures.withSecond(SECOND));
        assertThat(one("SELECT count(*) FROM report.equality WHERE report = ?", ticket.report().value()))
                .isEqualTo("1");
        Opened opened =
                Fixtures.as(
                        Fixtures.person(Fixtures.DESK, Role.MODERATOR),
                        () -> reports.open(ticket.report(), "first-reading"));
        assertThat(opened.answers().has("words")).isTrue();
        assertThat(opened.answers().values().keySet()).noneMatch(f -> f.startsWith("equality."));
        Ticket second = receipts.prove(ticket, SECOND).orElseThrow();
        assertThat(receipts.told(second).answers().text("equality.age")).isEqualTo("25-34");
    }

    @Test
    void whatThePoliceNeedIsNotDeletedBefore() throws IOException {
        Ticket second = sentWithSecond();
        Instant until = Instant.now().plus(40, ChronoUnit.DAYS);
        keep(second, until);
        assertThat(receipts.delete(second)).isFalse();
        comeBack(code);
        prove(SECOND);
        Answer page = her.get("/receipt/delete");
        assertThat(page.text()).contains("The police have asked that it is kept");
        assertThat(page.page().select("form[action=/receipt/delete]")).isEmpty();

        keep(second, null);
        assertThat(her.get("/receipt/delete").page().select("form[action=/receipt/delete]")).hasSize(1);
        assertThat(receipts.delete(second)).isTrue();
    }

    @Test
    void whatTheSafeguardingLeadHoldsIsNotDeletedAndTheReasonIsShown() throws IOException {
        Ticket second = sentWithSecond();
        one("UPDATE report.report SET state = 'HELD' WHERE id = ?", second.report().value());
        assertThat(receipts.delete(second)).isFalse();
        comeBack(code);
        prove(SECOND);
        assertThat(her.get("/receipt/delete").text()).contains("it cannot be deleted now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "answer", "correct"})
    void whatSheWritesLaterSaysWhatItIs(String kind) throws IOException {
        Ticket second = sentWithSecond();
        comeBack(code);
        Map<String, List<String>> fields = new HashMap<>(her.get("/receipt/add").fields());
        fields.put("kind", List.of(kind));
        fields.put("more", List.of("It was a blue van"));
        assertThat(her.post("/receipt/add", fields).status()).isEqualTo(303);
        assertThat(her.get("/receipt").text()).as("the code alone").doesNotContain("blue van");
        assertThat(receipts.get(second).messages()).extracting(Addition::text).contains("It was a blue van");
        Opened opened =
                Fixtures.as(
                        Fixtures.person(Fixtures.DESK, Role.MODERATOR),
                        () -> reports.open(second.report(), "first-reading"));
        assertThat(opened.additions()).extracting(a -> a.kind().label()).containsExactly(kind);
        assertThat(receipts.get(second).lines().stream().anyMatch(l -> l.key().equals("report.status.wrong")))
                .isEqualTo(kind.equals("correct"));
    }

    /// What the desk wrote counts as read when the page that shows it was shown, and not before.
    @Test
    void aMessageIsReadOnThePageThatShowsIt() throws IOException {
        Ticket second = sentWithSecond();
        String read = "SELECT count(*) FROM report.addition WHERE author = 'desk' AND read_at IS NOT NULL AND report = ?";
        Fixtures.as(
                Fixtures.person(Fixtures.DESK, Role.MODERATOR),
                () -> {
                    reports.sendMessage(second.report(), UUID.randomUUID(), "Are you well?");
                    return true;
                });
        Map<String, List<String>> fields = new HashMap<>(her.get("/receipt/add").fields());
        fields.put("kind", List.of("correct"));
        fields.put("more", List.of("It was a blue van"));
        assertThat(her.post("/receipt/add", fields).status()).isEqualTo(303);
        her.get("/receipt/second");
        prove(SECOND);
        her.get("/receipt/stop");
        her.get("/receipt/delete");
        her.get("/receipt/also");
        assertThat(one(read, second.report().value())).isEqualTo("0");
        assertThat(her.get("/receipt").text()).contains("Are you well?");
        assertThat(one(read, second.report().value())).isEqualTo("1");
    }

    private void keep(Ticket ticket, Instant until) {
        Fixtures.as(
                Fixtures.person(Fixtures.DESK, Role.MODERATOR),
                () -> {
                    int version = reports.get(ticket.report()).version();
                    reports.keepForPolice(ticket.report(), version, until, "A made-up reason");
                    return true;
                });
    }

    private Ticket sentWithSecond() throws IOException {
        begin();
        fill("what", Map.of("what.kinds", "threats"));
        Map<String, List<String>> send = sendable(her.get("/tell/check"));
        send.put("second", List.of(SECOND));
        her.follow(her.post("/tell/check", send));
        return ticket(code).withSecond();
    }

    private Ticket told(Map<String, List<String>> other) {
        Map<String, List<String>> answers = new HashMap<>(Fixtures.STORY);
        answers.putAll(other);
        Ticket ticket = telling.start(Lang.EN);
        telling.save(ticket, Lang.EN, answers, "");
        return ticket;
    }

    private static String agency(Ticket ticket) {
        UUID id = ticket.report().value();
        return one("SELECT agency FROM report.report WHERE id = ?", id);
    }
}
