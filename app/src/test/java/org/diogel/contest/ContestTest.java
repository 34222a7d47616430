package org.diogel.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.account.Profession;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.ReceiptCode;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.diogel.web.Languages;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What somebody asks about themselves: whom it reaches, how it is answered, and what it never says.
@WebTest
class ContestTest {

    private static final Asked ASKED =
            new Asked("access", "CANARY-NAME", "CANARY-REACH 07700 900444", "CANARY-WORDS of mine");

    @Autowired Requests requests;
    @Autowired Officers officers;
    @Autowired RequestClock clock;
    @Autowired Languages languages;
    @Autowired Access access;
    @Autowired Accounts accounts;
    @Autowired Vault vault;
    @Autowired Jobs jobs;

    private final AgencyId desk = new AgencyId(UUID.randomUUID());
    private final AgencyId far = new AgencyId(UUID.randomUUID());
    private final Actor.Person officer = person(desk, Role.DATA_PROTECTION_OFFICER);
    private final Actor.Person moderator = person(desk, Role.MODERATOR);
    private final Actor.Person stranger = person(far, Role.MODERATOR);

    @BeforeEach
    void partnership() {
        jobs.stop();
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    access.addAgency(new Agency(desk, "Made-up Desk", "project"));
                    access.addAgency(new Agency(far, "Made-up Far Project", "project"));
                    List.of(officer, moderator).forEach(one -> accounts.createDemo(somebody(one)));
                });
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void itLiesSealedAndOfficersAloneOpenItWrittenDown() throws Exception {
        RequestId id = sent();
        Officers.File file = as(officer, () -> officers.open(id));
        assertThat(file.asked()).isEqualTo(ASKED);
        assertThatThrownBy(() -> as(moderator, () -> officers.open(id))).isInstanceOf(NotHere.class);
        String raw = text("SELECT t::text FROM contest.request t");
        assertThat(raw).doesNotContain("CANARY").doesNotContain("900444");
        assertThat(text("SELECT action FROM audit.entry WHERE subject = '" + id + "'"))
                .contains("contest.received", "contest.opened");
    }

    @Test
    void theSameFormSentTwiceIsOneRequestWithOneCode() throws Exception {
        String form = requests.freshForm();
        ReceiptCode first = anybody(() -> requests.send(form, ASKED, Lang.EN));
        ReceiptCode again = anybody(() -> requests.send(form, ASKED, Lang.EN));
        assertThat(again).isEqualTo(first);
        assertThat(first.letters()).hasSize(28);
        ReceiptCode other = anybody(() -> requests.send("not ours", ASKED, Lang.EN));
        assertThat(other).isNotEqualTo(first);
        assertThat(anybody(() -> requests.find(ReceiptCode.random()))).isEmpty();
        assertThat(text("SELECT t::text FROM contest.request t")).doesNotContain(first.letters());
    }

    @Test
    void theMonthWaitsForWhoItIsAndBeginsWhenThatIsKnown() {
        RequestId id = sent();
        answer(id, "identity");
        assertThat(row(id).state()).isEqualTo(RequestState.IDENTITY);
        assertThat(row(id).isLate(officers.today().plusYears(1))).as("it does not run").isFalse();
        answer(id, "known");
        assertThat(row(id).state()).isEqualTo(RequestState.RECEIVED);
        assertThat(row(id).dueOn()).isEqualTo(Month.due(officers.today(), false));
        answer(id, "extended");
        assertThat(row(id).dueOn()).isEqualTo(Month.due(officers.today(), true));
        assertThatThrownBy(() -> answer(id, "extended")).as("once").isInstanceOf(Stale.class);
        assertThatThrownBy(() -> answer(id, "unknown")).as("not now").isInstanceOf(Stale.class);
        answer(id, "neither");
        assertThat(row(id).isOpen()).isFalse();
        assertThat(row(id).answeredAt()).isNotNull();
    }

    @Test
    void whoeverAskedReadsTheAnswerAndAddsSomethingWhichMakesAnOlderPageStale() {
        String form = requests.freshForm();
        ReceiptCode code = anybody(() -> requests.send(form, ASKED, Lang.CY));
        RequestId id = newest();
        int version = row(id).version();
        assertThat(anybody(() -> requests.add(code, "CANARY-MORE"))).isPresent();
        assertThatThrownBy(
                        () ->
                                as(
                                        officer,
                                        () -> {
                                            officers.answer(
                                                    id,
                                                    version,
                                                    RequestAnswer.find("neither").orElseThrow());
                                            return true;
                                        }))
                .isInstanceOf(Stale.class);
        answer(id, "neither");
        Requests.Mine mine = anybody(() -> requests.find(code)).orElseThrow();
        assertThat(mine.said()).extracting(Requests.Said::words).containsExactly("CANARY-MORE", "");
        assertThat(mine.said()).extracting(Requests.Said::answer).containsExactly("", "neither");
        assertThat(mine.row().lang()).isEqualTo(Lang.CY);
    }

    @Test
    void aProjectSeesTheQuestionAndNothingElseAndAnswersOnce() {
        RequestId id = sent();
        as(
                officer,
                () -> {
                    officers.ask(id, desk, "Is anything held about a blue car?");
                    return true;
                });
        assertThat(as(stranger, officers::asked)).isEmpty();
        Officers.Question question = as(moderator, officers::asked).getFirst();
        assertThat(question.words()).isEqualTo("Is anything held about a blue car?");
        as(
                moderator,
                () -> {
                    officers.reply(question.id(), "Nothing");
                    return true;
                });
        assertThatThrownBy(
                        () ->
                                as(
                                        moderator,
                                        () -> {
                                            officers.reply(question.id(), "Something");
                                            return true;
                                        }))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        stranger,
                                        () -> {
                                            officers.reply(question.id(), "Something");
                                            return true;
                                        }))
                .isInstanceOf(NotHere.class);
        assertThat(as(officer, () -> officers.open(id)).questions())
                .extracting(Officers.Question::answer)
                .containsExactly("Nothing");
    }

    @Test
    void officersAndTheProjectAreToldOnceAndAgainWhenSomethingIsAdded() throws Exception {
        String form = requests.freshForm();
        ReceiptCode code = anybody(() -> requests.send(form, ASKED, Lang.EN));
        RequestId id = newest();
        clock.run();
        clock.run();
        assertThat(told(id.value(), officer)).isEqualTo(1);
        run("UPDATE messages.delivery SET state = 'sent', sent_at = now(), channel = 'mail' WHERE"
                + " subject = '" + id + "'");
        anybody(() -> requests.add(code, "One thing more"));
        clock.run();
        assertThat(told(id.value(), officer)).isEqualTo(2);
        as(
                officer,
                () -> {
                    officers.ask(id, desk, "Is anything held?");
                    return true;
                });
        clock.run();
        clock.run();
        UUID question = as(moderator, officers::asked).getFirst().id();
        assertThat(told(question, moderator)).isEqualTo(1);
    }

    @Test
    void twoYearsAfterItWasAnsweredItGoesWithItsKey() throws Exception {
        RequestId id = sent();
        KeyId key = row(id).key();
        answer(id, "neither");
        clock.run();
        assertThat(vault.holds(key)).isTrue();
        run("UPDATE contest.request SET answered_at = now() - interval '800 days' WHERE id = '" + id + "'");
        clock.run();
        assertThat(vault.holds(key)).isFalse();
        assertThat(text("SELECT id FROM contest.request WHERE id = '" + id + "'")).isEmpty();
        assertThat(text("SELECT id::text FROM contest.entry WHERE request = '" + id + "'")).isEmpty();
    }

    /// Whatever is chosen, the words are fixed, and none says that there is or is not anything.
    @Test
    void noAnswerConfirmsOrDenies() {
        for (Lang lang : new Lang[] {Lang.EN, Lang.CY}) {
            for (RequestState state : RequestState.values()) {
                for (RequestAnswer answer : RequestAnswer.in(state, false)) {
                    String words =
                            languages
                                    .in(lang)
                                    .t("contest.answer." + answer.name())
                                    .toLowerCase(Locale.ROOT);
                    assertThat(words)
                            .as(lang + " " + answer.name())
                            .doesNotContain("report", "adroddiad", "warning", "rhybudd", "we hold nothing")
                            .doesNotContain("there is nothing", "nid oes gennym", "mae gennym");
                }
            }
        }
        assertThat(Arrays.stream(RequestState.values()).map(s -> RequestAnswer.in(s, true)))
                .noneMatch(List::isEmpty);
    }

    private RequestId sent() {
        String form = requests.freshForm();
        anybody(() -> requests.send(form, ASKED, Lang.EN));
        return newest();
    }

    private RequestId newest() {
        return as(officer, officers::list).stream()
                .max(java.util.Comparator.comparing(RequestRow::receivedAt))
                .orElseThrow()
                .id();
    }

    private RequestRow row(RequestId id) {
        return as(officer, () -> officers.open(id)).row();
    }

    private void answer(RequestId id, String name) {
        as(
                officer,
                () -> {
                    officers.answer(
                            id, row(id).version(), RequestAnswer.find(name).orElseThrow());
                    return true;
                });
    }

    private static <T> T anybody(Supplier<T> work) {
        return as(new Actor.Anonymous(), work);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, "testing", work::get);
    }

    private static long told(UUID subject, Actor.Person who) throws Exception {
        return text(
                        "SELECT id::text FROM messages.delivery WHERE subject = '" + subject
                                + "' AND account = '" + who.account().value() + "'")
                .lines()
                .count();
    }

    private static String text(String sql) throws Exception {
        StringBuilder all = new StringBuilder();
        try (var superuser = TestDatabase.superuser();
                var rows = superuser.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    private static void run(String sql) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Accounts.DemoPerson somebody(Actor.Person person) {
        return new Accounts.DemoPerson(
                new AccountView(
                        person.account(),
                        person.agency(),
                        "Tester",
                        Profession.PROJECT_WORKER,
                        person.roles(),
                        true,
                        Lang.EN),
                "asked-" + person.account() + "@example.invalid",
                "pedwar ceffyl glas ar y bont",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }
}
