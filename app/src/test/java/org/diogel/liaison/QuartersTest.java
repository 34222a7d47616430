package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Numbers about choices and treatment: true where they may be said, and never of one person.
@WebTest
class QuartersTest {

    @Autowired ApplicationContext app;
    @Autowired Quarters quarters;
    @Autowired Treatments treatments;
    @Autowired Passing passing;
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
    void endedQuartersAreCountedAndSmallCountsHidden() throws Exception {
        chose("2019-02-03", 20, "");
        chose("2019-02-03", 12, "members");
        chose("2019-03-03", 11, "intelligence-gwent");
        chose("2019-03-31", 9, "police-gwent");
        chose("2019-05-01", 30, "");
        chose("2019-05-02", 2, "police-gwent");
        Quarters.Quarter first = of(LocalDate.of(2019, 1, 1));
        assertThat(first.counts().get("all")).hasToString("52");
        assertThat(first.counts().get("anonymous")).hasToString("11");
        assertThat(first.counts().get("full")).hasToString("9");
        assertThat(first.counts().get("some")).hasToString("20");
        assertThat(first.percent()).isEqualTo(38);
        Quarters.Quarter second = of(LocalDate.of(2019, 4, 1));
        assertThat(second.counts().values().stream().map(Object::toString)).doesNotContain("2");
        assertThat(second.percent()).isNull();
    }

    @Test
    void thisQuarterIsNotShownWhileItGrows() {
        village.tell(Village.SOUTH);
        assertThat(as(village.anwen, quarters::list))
                .noneMatch(q -> q.first().equals(Quarters.first(LocalDate.now())));
    }

    @Test
    void onlyWhoMayCountIsAnswered() {
        for (Role role : Role.values()) {
            Actor who = new Actor.Person(new AccountId(UUID.randomUUID()), village.desk, Set.of(role));
            if (Set.of(Role.MODERATOR, Role.SAFEGUARDING_LEAD, Role.ANALYST).contains(role)) {
                assertThat(as(who, quarters::list)).isNotNull();
            } else {
                assertThatThrownBy(() -> as(who, quarters::list))
                        .as(role.name())
                        .rootCause().hasMessageContaining("not for this actor");
            }
        }
    }

    @Test
    void howSheWasTreatedIsSaidOnceAndLeadsBackOnlyWhereSheSaysSo() {
        Ticket apart = village.tell(Village.SOUTH);
        Map<String, String> answers = Map.of("told", "yes", "believed", "no", "again", "else");
        assertThat(treatments.isSaid(apart)).isFalse();
        assertThat(treatments.say(apart, answers, false, "CANARY-WORDS")).isTrue();
        assertThat(treatments.say(apart, answers, true, "again")).isFalse();
        assertThat(treatments.isSaid(apart)).isTrue();
        assertThat(as(village.anwen, () -> treatments.list(apart.report()))).isEmpty();
        Ticket linked = village.tell(Village.SOUTH);
        treatments.say(linked, answers, true, "CANARY-WORDS they listened");
        Treatments.Told told = as(village.anwen, () -> treatments.list(linked.report())).getFirst();
        assertThat(told.words()).isEqualTo("CANARY-WORDS they listened");
        assertThat(told.answers())
                .containsExactlyInAnyOrder(Map.entry("told", "yes"), Map.entry("believed", "no"));
        assertThat(as(village.stranger, () -> treatments.list(linked.report()))).isEmpty();
        assertThat(as(village.sian, () -> treatments.list(linked.report()))).isEmpty();
    }

    private Quarters.Quarter of(LocalDate first) {
        return as(village.anwen, quarters::list).stream()
                .filter(quarter -> quarter.first().equals(first))
                .findFirst()
                .orElseThrow();
    }

    /// So many reports of that day, past the doors: nobody can send one in the past.
    private static void chose(String day, int reports, String recipient) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var words =
                        connection.prepareStatement(
                                """
                                INSERT INTO consent.words (digest, lang, body)
                                VALUES (sha256('made up'), 'en', 'made up') ON CONFLICT DO NOTHING
                                """);
                var subject =
                        connection.prepareStatement("INSERT INTO consent.subject (subject) VALUES (?)");
                var statement =
                        connection.prepareStatement(
                                """
                                INSERT INTO consent.statement
                                    (id, subject, act, lang, words_version, words, at, kind, given)
                                VALUES (?, ?, 'recorded', 'en', 'made up', sha256('made up'), ?::timestamptz, 'holder', 'web')
                                """);
                var agreed =
                        connection.prepareStatement(
                                """
                                INSERT INTO consent.agreed (statement, subject, recipient, shown)
                                VALUES (?, ?, ?, sha256('shown'))
                                """)) {
            words.execute();
            for (int i = 0; i < reports; i++) {
                UUID id = UUID.randomUUID();
                UUID of = UUID.randomUUID();
                subject.setObject(1, of);
                subject.execute();
                statement.setObject(1, id);
                statement.setObject(2, of);
                statement.setString(3, day + " 12:00+00");
                statement.execute();
                if (!recipient.isEmpty()) {
                    agreed.setObject(1, id);
                    agreed.setObject(2, of);
                    agreed.setString(3, recipient);
                    agreed.execute();
                }
            }
        }
    }
}
