package org.diogel.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.Reports;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody of another desk opens a report because a life cannot wait.
@WebTest
class EmergencyTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Reports reports;
    @Autowired Emergencies emergencies;
    @Autowired EmergencyClock clock;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private AgencyId desk;
    private Somebody farWorker;
    private Somebody officer;
    private Visitor nia;
    private Visitor dpo;
    private Ticket ticket;
    private String reference;

    @BeforeEach
    void twoDesks() throws Exception {
        jobs.stop();
        TestPeople people = new TestPeople(app);
        desk = people.agency("Made-up Desk");
        AgencyId far = people.agency("Made-up Far Desk");
        Acting.run(new Actor.Task("set-up"), "set-up", () -> access.setDesk(null, desk));
        Somebody moderator = people.somebody(desk, Role.MODERATOR, Role.SAFEGUARDING_LEAD);
        officer = people.somebody(desk, Role.DATA_PROTECTION_OFFICER);
        farWorker = people.somebody(far, Role.CASEWORKER);
        ticket = tell();
        reference =
                as(moderator, Set.of(Role.MODERATOR), () -> reports.get(ticket.report()).reference());
        nia = new Visitor(port);
        TestPeople.signIn(nia, farWorker, 0);
        dpo = new Visitor(port);
        TestPeople.signIn(dpo, officer, 0);
    }

    @AfterEach
    void close() {
        nia.close();
        dpo.close();
        jobs.start();
    }

    @Test
    void itIsReadForFourHoursAndNothingElseIsDone() throws Exception {
        assertThat(nia.get("/queue/" + ticket.report()).status()).isEqualTo(404);
        String path = open("life").location();
        Answer page = nia.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("CANARY-STORY", "Made-up Desk");
        assertThat(nia.get("/queue/" + ticket.report()).status()).as("not the desk's page").isEqualTo(404);
        assertThat(nia.get("/queue").text()).doesNotContain(ticket.report().toString());
        assertThat(text("SELECT purpose || ' ' || action FROM audit.entry WHERE subject = '" + ticket.report() + "' AND account = '" + farWorker.id() + "' ORDER BY at"))
                .contains("break-glass emergency.begun", "break-glass report.opened");
        assertThat(text("SELECT first_opened::text FROM report.report WHERE id = '" + ticket.report() + "'"))
                .as("the desk has not read it")
                .containsOnlyNulls();

        update("UPDATE access.grants SET granted_at = now() - interval '5 hours', until = now() - interval '1 hour' WHERE purpose = 'break-glass'");
        assertThat(nia.get(path).status()).as("past the pages, the database ends it").isEqualTo(404);
        update("UPDATE emergency.opening SET begun_at = now() - interval '5 hours', until = now() - interval '1 hour'");
        Answer over = nia.get(path);
        assertThat(over.text()).contains("no longer open to you").doesNotContain("CANARY-STORY");
        Answer first = nia.get("/queue");
        assertThat(first.location()).isEqualTo(path + "/answer");
    }

    @Test
    void theOfficerIsToldAndNothingElseIsOpenedBeforeTheReview() throws Exception {
        String path = open("child").location();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        clock.run();
        assertThat(text("SELECT account::text FROM messages.delivery WHERE subject = '" + id + "'"))
                .contains(officer.id().toString());

        assertThat(nia.get("/emergency").text()).contains("You have " + reference + " open");
        assertThatThrownBy(
                        () ->
                                as(
                                        farWorker,
                                        Set.of(Role.CASEWORKER),
                                        () -> emergencies.open(reference, EmergencyWhy.LIFE, "again")))
                .isInstanceOf(org.diogel.web.Stale.class);
        assertThatThrownBy(this::insertGrant).as("nor past the door").isInstanceOf(DataAccessException.class);

        Answer early = dpo.get("/emergency/reviews/" + id);
        assertThat(early.text()).contains("It is still open", "CANARY-REASON", "Made-up Far Desk");
        nia.post(path + "/end", nia.get(path).fields("form[action$=/end]"));
        assertThat(nia.get(path).text()).doesNotContain("CANARY-STORY");
        Map<String, List<String>> fields = nia.get(path + "/answer").fields();
        assertThat(nia.post(path + "/answer", fields).status()).as("something has to be said").isEqualTo(422);
        fields.put("answer", List.of("CANARY-ANSWER I called 999"));
        assertThat(nia.post(path + "/answer", fields).status()).isEqualTo(303);
        assertThat(nia.get("/queue").status()).isEqualTo(200);
        assertThat(nia.get("/emergency").text()).contains("waits for the data protection officer");
        assertThatThrownBy(this::insertGrant).isInstanceOf(DataAccessException.class);

        Answer review = dpo.get("/emergency/reviews/" + id);
        assertThat(review.text()).contains("CANARY-ANSWER", "Tester");
        Map<String, List<String>> found = review.fields();
        found.put("finding", List.of("right"));
        found.put("words", List.of("CANARY-FOUND it was right"));
        assertThat(dpo.post("/emergency/reviews/" + id, found).status()).isEqualTo(303);
        assertThat(dpo.post("/emergency/reviews/" + id, found).status()).as("once").isEqualTo(409);
        assertThat(nia.get(path).text()).contains("This was reviewed", "CANARY-FOUND");
        assertThat(text("SELECT encode(reason, 'escape') || encode(answer, 'escape') FROM emergency.opening").toString())
                .doesNotContain("CANARY");
        assertThat(open("life").status()).as("and now another").isEqualTo(303);
    }

    @Test
    void whoIsKeptOutAndWhatIsMissingLookTheSame() throws Exception {
        update(
                "INSERT INTO access.kept_out (subject_kind, subject, party_kind, party, why, by) VALUES ('report', '"
                        + ticket.report() + "', 'account', '" + farWorker.id() + "', 'tie', gen_random_uuid())");
        Answer hidden = open("life");
        String real = reference;
        reference = "0000-0000";
        Answer missing = open("life");
        assertThat(hidden.status()).isEqualTo(422).isEqualTo(missing.status());
        assertThat(hidden.text()).contains("nothing under this reference");
        assertThat(masked(hidden, real)).isEqualTo(masked(missing, reference));
        assertThat(text("SELECT outcome FROM audit.entry WHERE account = '" + farWorker.id() + "' AND action = 'report.look'"))
                .hasSize(2)
                .containsOnly("denied");
    }

    @Test
    void nobodyReviewsHerOwnNorSeesAnothersAndAnOfficerEndsItAtOnce() throws Exception {
        String path = open("asked").location();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThatThrownBy(
                        () ->
                                as(
                                        farWorker,
                                        Set.of(Role.CASEWORKER, Role.DATA_PROTECTION_OFFICER),
                                        () -> {
                                            emergencies.review(id, Finding.RIGHT, "my own");
                                            return true;
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        farWorker,
                                        Set.of(Role.CASEWORKER, Role.DATA_PROTECTION_OFFICER),
                                        () ->
                                                inTransaction(
                                                        () ->
                                                                jdbc.sql("SELECT access.end_emergency(:s, :me, true)")
                                                                        .param("s", ticket.report().value())
                                                                        .param("me", farWorker.id().value())
                                                                        .query((r, n) -> 1)
                                                                        .list())))
                .isInstanceOf(DataAccessException.class);
        assertThat(dpo.get(path).status()).as("her own pages are hers").isEqualTo(404);
        Answer page = dpo.get("/emergency/reviews/" + id);
        assertThat(dpo.post("/emergency/reviews/" + id + "/stop", page.fields("form[action$=/stop]")).status())
                .isEqualTo(303);
        assertThat(nia.get(path).text()).doesNotContain("CANARY-STORY");
    }

    private Answer open(String why) throws Exception {
        Map<String, List<String>> fields = nia.get("/emergency").fields();
        fields.put("reference", List.of(reference.toLowerCase(java.util.Locale.ROOT).replace("-", " ")));
        fields.put("why", List.of(why));
        fields.put("reason", List.of("CANARY-REASON she is on the telephone"));
        return nia.post("/emergency", fields);
    }

    private void insertGrant() {
        as(
                farWorker,
                Set.of(Role.CASEWORKER),
                () ->
                        Acting.forPurpose(
                                "break-glass",
                                () ->
                                        inTransaction(
                                                () ->
                                                        jdbc.sql(
                                                                        """
                                                                        INSERT INTO access.grants (subject_kind, subject,
                                                                            party_kind, party, purpose, source, until, review_due)
                                                                        VALUES ('report', gen_random_uuid(), 'account', :me,
                                                                            'break-glass', 'emergency', now() + interval '1 hour', true)
                                                                        """)
                                                                .param("me", farWorker.id().value())
                                                                .update())));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }

    private static <T> T as(Somebody who, Set<Role> roles, Callable<T> work) {
        try {
            return Acting.<T, Exception>as(
                    new Actor.Person(who.id(), who.agency(), roles), "work", work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Ticket tell() {
        Ticket made = telling.start(Lang.EN);
        telling.save(
                made,
                Lang.EN,
                Map.of(
                        "who.for", List.of("myself"),
                        "who.adult", List.of("yes"),
                        "now.danger", List.of("no"),
                        "what.kinds", List.of("robbery"),
                        "what.severity", List.of("DANGEROUS"),
                        "where.region", List.of("SOUTH_WALES"),
                        "words", List.of("CANARY-STORY he has her keys")),
                "");
        sender.send(
                made,
                new Submission(
                        UUID.randomUUID(), Set.of(), Screening.NO, Screening.NO, "", Lang.EN));
        return made;
    }

    private static String masked(Answer answer, String reference) {
        return answer.text()
                .replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("value=\"[^\"]{30,}\"", "")
                .replace(reference.toLowerCase(java.util.Locale.ROOT).replace("-", " "), "");
    }

    private static List<String> text(String sql) throws Exception {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new java.util.ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void update(String sql) throws Exception {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
