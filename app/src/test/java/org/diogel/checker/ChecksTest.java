package org.diogel.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.checker.Town.as;
import static org.diogel.checker.Town.one;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diogel.WebTest;
import org.diogel.alert.AlertId;
import org.diogel.kernel.Actor;
import org.diogel.messages.Jobs;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What a member is answered, and what is left of her question. NPCC §5.7, TRUST §10.
@WebTest
class ChecksTest {

    private static final Map<String, String> THEM =
            Map.of(
                    "them.phone", "07700 900321\n07700 900322",
                    "them.email", "some.body+x@gmail.com",
                    "them.vehicle", "CU51 ABC",
                    "them.handle", "Snapchat: bad.man\nlonely_88");

    @Autowired ApplicationContext app;
    @Autowired Checks checks;
    @Autowired CheckerWatch watch;
    @Autowired TopUps topUps;
    @Autowired Jobs jobs;

    private Town town;
    private AlertId alert;

    @BeforeEach
    void aWarningThatMayBeLookedUp() {
        jobs.stop();
        Town.sql("DELETE FROM checker.entry; DELETE FROM checker.budget; DELETE FROM checker.day;"
                        + " DELETE FROM checker.top_up");
        town = new Town(app);
        alert = town.warn(town.tell(THEM, "members", "checker"));
        town.show();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "07700 900321;true",
                "+44 (0)7700 900322;true",
                "٠٧٧٠٠٩٠٠٣٢١;true",
                "Some.Body+X@googlemail.com;false",
                "some.body+x@gmail.com;true",
                "somebody@gmail.com;false",
                "cu51abc;true",
                "CU5I A8C;true",
                "CUS1ABC;true",
                "Snapchat bad.man;true",
                "https://www.snapchat.com/add/bad.man;true",
                "bad.man;false",
                "instagram: bad.man;false",
                "badman on Snapchat;false",
                "bаd_man;false",
                "@lonely_88;true",
                "telegram: lonely_88;false",
                "LONELY88;false"
            })
    void isFoundHoweverItIsWritten(String typed, boolean sure) {
        Answer.Looked looked = look(town.member, typed);
        assertThat(looked.matches()).hasSize(1);
        Answer.Match match = looked.matches().getFirst();
        assertThat(match.card().alert()).isEqualTo(alert);
        assertThat(match.sure()).isEqualTo(sure);
        assertThat(match.why().isEmpty()).isEqualTo(sure);
        assertThat(match.card().kinds()).containsExactly("robbery");
        assertThat(match.card().month()).isEqualTo("2026-03");
    }

    @ParameterizedTest
    @CsvSource({"07700 900320", "other@gmail.com", "CU51 ABD", "goodman", "snapchat: bad.men"})
    void somethingElseIsNotFound(String typed) {
        assertThat(look(town.member, typed).matches()).isEmpty();
    }

    @Test
    void sheMaySayWhatItIs() {
        Answer as = as(town.member, () -> checks.check("lonely_88", Optional.of(Kind.VEHICLE), ""));
        assertThat(as).isInstanceOf(Answer.Unreadable.class);
        assertThat(look(town.member, "lonely_88").matches()).hasSize(1);
    }

    @Test
    void fiftyAtTheSameTimeOnABudgetOfThirtyAreThirty() throws Exception {
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String number = "07700 9003%02d".formatted(i);
            all.add(() -> as(town.member, () -> checks.check(number, Optional.empty(), "")));
        }
        int looked = 0;
        int spent = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(all)) {
                switch (answer.get()) {
                    case Answer.Looked _ -> looked++;
                    case Answer.Spent _ -> spent++;
                    default -> throw new AssertionError("Something else");
                }
            }
        }
        assertThat(looked).isEqualTo(30);
        assertThat(spent).isEqualTo(20);
        assertThat(one("SELECT today || ' ' || refused FROM checker.budget")).isEqualTo("30 20");
        assertThat(one("SELECT checks FROM checker.day")).isEqualTo("30");
    }

    /// Ten thousand numbers one after another: thirty are answered, and somebody is told.
    @Test
    void whoeverTriesNumbersOneByOneIsStoppedAndNoticed() {
        int answered = 0;
        for (int i = 0; i < 100; i++) {
            String number = "07700 9002%02d".formatted(i);
            Answer answer = as(town.member, () -> checks.check(number, Optional.empty(), ""));
            answered += answer instanceof Answer.Looked ? 1 : 0;
        }
        assertThat(answered).isEqualTo(30);
        watch.run();
        assertThat(one("SELECT told_on IS NOT NULL FROM checker.budget")).isEqualTo("t");
        assertThat(one("SELECT count(*) FROM messages.delivery WHERE subject_kind = 'checker'"))
                .isEqualTo(one(
                        "SELECT count(*) FROM account.account WHERE status = 'active' AND roles &&"
                                + " ARRAY['ADMINISTRATOR', 'DATA_PROTECTION_OFFICER']"));
    }

    @Test
    void somebodyNewHasFiveADay() {
        Actor.Person newcomer = town.newMember(town.desk);
        assertThat(as(newcomer, checks::left)).isEqualTo(5);
        for (int left = 4; left >= 0; left--) {
            assertThat(look(newcomer, "07700 90030" + left).left()).isEqualTo(left);
        }
        Answer.Spent spent =
                (Answer.Spent) as(newcomer, () -> checks.check("07700 900311", Optional.empty(), ""));
        assertThat(spent.isNew()).isTrue();
        assertThat(spent.again()).isEqualTo(today().plusDays(1));
    }

    @Test
    void aCaseworkerOfHerProjectGivesHerMoreForADayOnce() {
        Actor.Person newcomer = town.newMember(town.desk);
        look(newcomer, "07700 900300");
        Town.sql("UPDATE checker.budget SET today = 5, in_month = 150");
        assertThat(as(newcomer, checks::left)).isZero();
        assertThat(as(town.caseworker, topUps::list))
                .extracting(TopUps.Member::id)
                .contains(newcomer.account(), town.member.account())
                .doesNotContain(town.farMember.account());
        assertThat(as(town.caseworker, () -> topUps.give(newcomer.account(), TopUpReason.THREATENED))).isTrue();
        assertThat(as(town.caseworker, () -> topUps.give(newcomer.account(), TopUpReason.OTHER)))
                .as("once a day")
                .isFalse();
        assertThat(as(newcomer, checks::left)).isEqualTo(TopUps.EXTRA);
        for (int left = TopUps.EXTRA - 1; left >= 0; left--) {
            assertThat(look(newcomer, "07700 9003%02d".formatted(left)).left()).isEqualTo(left);
        }
        assertThat(as(newcomer, () -> checks.check("07700 900311", Optional.empty(), "")))
                .isInstanceOf(Answer.Spent.class);
        assertThat(as(town.member, checks::left)).as("nobody else's").isEqualTo(30);
        assertThat(one("SELECT count(*) FROM audit.entry WHERE action = 'checker.topped-up' AND subject = '"
                        + newcomer.account() + "' AND account = '" + town.caseworker.account() + "'"))
                .isEqualTo("1");
        Town.sql("UPDATE checker.top_up SET day = day - 1; UPDATE checker.budget SET day = day - 1");
        assertThat(as(newcomer, checks::left)).as("for that day alone; the month is over").isZero();
        Town.sql("UPDATE checker.top_up SET day = day - 70");
        watch.run();
        assertThat(one("SELECT count(*) FROM checker.top_up")).isEqualTo("0");
    }

    @Test
    void nobodyElseGivesMoreAndNobodyToOthersOrHerself() {
        for (Actor.Person somebody : List.of(town.writer, town.lead, town.member, town.stranger)) {
            assertThatThrownBy(() -> as(somebody, topUps::list)).isInstanceOf(NotHere.class);
            assertThatThrownBy(
                            () -> as(somebody, () -> topUps.give(town.member.account(), TopUpReason.OTHER)))
                    .isInstanceOf(NotHere.class);
        }
        assertThatThrownBy(
                        () ->
                                as(
                                        town.caseworker,
                                        () -> topUps.give(town.farMember.account(), TopUpReason.OTHER)))
                .isInstanceOf(NotHere.class);
        Actor.Person both =
                new Actor.Person(
                        town.member.account(),
                        town.desk,
                        java.util.Set.of(org.diogel.kernel.Role.MEMBER, org.diogel.kernel.Role.CASEWORKER));
        assertThatThrownBy(() -> as(both, () -> topUps.give(both.account(), TopUpReason.OTHER)))
                .isInstanceOf(NotHere.class);
        assertThat(one("SELECT count(*) FROM checker.top_up")).isEqualTo("0");
    }

    @Test
    void aMonthHasItsOwnEnd() {
        look(town.member, "07700 900300");
        Town.sql("UPDATE checker.budget SET today = 0, in_month = 149");
        assertThat(as(town.member, checks::left)).isEqualTo(1);
        assertThat(look(town.member, "07700 900301").left()).isZero();
        Answer.Spent spent =
                (Answer.Spent) as(town.member, () -> checks.check("07700 900302", Optional.empty(), ""));
        assertThat(spent.again()).isEqualTo(today().withDayOfMonth(1).plusMonths(1));
        Town.sql("UPDATE checker.budget SET day = day - 40, month = month - interval '1 month'");
        assertThat(look(town.member, "07700 900303").left()).isEqualTo(29);
    }

    @Test
    void whenAllTogetherAskFarTooMuchNobodyIsAnswered() {
        look(town.member, "07700 900300");
        Town.sql("UPDATE checker.day SET checks = 500");
        assertThat(as(town.farMember, () -> checks.check("07700 900301", Optional.empty(), "")))
                .isInstanceOf(Answer.Closed.class);
        watch.run();
        assertThat(one("SELECT told FROM checker.day")).isEqualTo("t");
        // More is usual where more was asked before.
        Town.sql("INSERT INTO checker.day (day, checks) VALUES (current_date - 3, 28 * 200)");
        assertThat(look(town.farMember, "07700 900301").matches()).isEmpty();
    }

    @Test
    void reloadingCostsNothingAndAnotherQuestionDoes() {
        Answer.Looked first = look(town.member, "07700 900321");
        Answer.Looked again =
                (Answer.Looked)
                        as(
                                town.member,
                                () -> checks.check("07700900321", Optional.empty(), first.mark()));
        assertThat(again.left()).isEqualTo(first.left());
        assertThat(again.matches()).hasSize(1);
        Answer.Looked other =
                (Answer.Looked)
                        as(
                                town.member,
                                () -> checks.check("07700 900322", Optional.empty(), first.mark()));
        assertThat(other.left()).isEqualTo(first.left() - 1);
        Answer.Looked hers =
                (Answer.Looked)
                        as(
                                town.farMember,
                                () -> checks.check("07700 900321", Optional.empty(), first.mark()));
        assertThat(hers.left()).isEqualTo(29);
    }

    @Test
    void whatCannotBeReadCostsNothing() {
        for (String nothing : List.of("", " ", "Dave Smith", "C?51A??", "0770090", "\u0000", "x".repeat(5_000))) {
            assertThat(as(town.member, () -> checks.check(nothing, Optional.empty(), "")))
                    .isInstanceOf(Answer.Unreadable.class);
        }
        assertThat(as(town.member, checks::left)).isEqualTo(30);
    }

    /// Found or not, no record of looks, no reading, nothing but a count.
    @Test
    void nothingIsKeptButACount() {
        String kept =
                "SELECT (SELECT count(*) FROM audit.entry) || ' ' || (SELECT count(*) FROM alert.reading)"
                        + " || ' ' || (SELECT count(*) FROM checker.entry)";
        String before = one(kept);
        look(town.member, "07700 900321");
        look(town.member, "07700 900300");
        assertThat(one(kept)).isEqualTo(before);
        assertThat(one("SELECT today FROM checker.budget")).isEqualTo("2");
    }

    @Test
    void nobodyElseMayAsk() {
        for (Actor.Person somebody : List.of(town.writer, town.caseworker, town.lead, town.stranger)) {
            assertThatThrownBy(() -> look(somebody, "07700 900321")).isInstanceOf(NotHere.class);
            assertThatThrownBy(() -> as(somebody, checks::left)).isInstanceOf(NotHere.class);
        }
    }

    private Answer.Looked look(Actor.Person who, String typed) {
        return (Answer.Looked) as(who, () -> checks.check(typed, Optional.empty(), ""));
    }

    private static LocalDate today() {
        return LocalDate.now(Budget.HERE);
    }
}
