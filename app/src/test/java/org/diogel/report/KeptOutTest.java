package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A worker is kept out of a report while she has it open; for her it was never there.
@WebTest
class KeptOutTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired KeepingOut keeping;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private Visitor anna;
    private Visitor beca;
    private Somebody annaHerself;
    private Somebody becaHerself;
    private String path;
    private ReportId report;

    @BeforeEach
    void aReport() throws Exception {
        Fixtures.desks(access);
        TestPeople people = new TestPeople(app);
        becaHerself = people.somebody(Fixtures.DESK, Role.MODERATOR, Role.SAFEGUARDING_LEAD);
        annaHerself = people.somebody(Fixtures.DESK, Role.MODERATOR, Role.SAFEGUARDING_LEAD);
        anna = signIn(annaHerself);
        beca = signIn(becaHerself);
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission());
        report = ticket.report();
        path = "/queue/" + report;
    }

    @AfterEach
    void close() {
        anna.close();
        beca.close();
    }

    @Test
    void whoeverIsKeptOutFindsNothingFromTheNextStepOn() throws Exception {
        assertThat(beca.get(path).status()).isEqualTo(200);
        assertThat(keepOut(becaHerself.id().toString(), "tie").status()).isEqualTo(303);
        Answer hidden = beca.get(path);
        Answer missing = beca.get("/queue/" + UUID.randomUUID());
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(masked(hidden)).isEqualTo(masked(missing));
        assertThat(beca.get(path + "/original").status()).isEqualTo(404);
        assertThat(beca.get(path + "/kept-out").status()).isEqualTo(404);
        assertThat(beca.get("/queue").text()).doesNotContain(report.toString());
        assertThat(anna.get(path).status()).isEqualTo(200);

        Answer list = anna.get(path + "/kept-out");
        assertThat(list.text()).contains("They know somebody in it");
        String end = list.page().select("form[action$=/end]").attr("action");
        UUID row = UUID.fromString(end.split("/")[4]);
        Actor.Person herself =
                new Actor.Person(becaHerself.id(), Fixtures.DESK, Set.of(Role.MODERATOR));
        assertThatThrownBy(
                        () ->
                                Fixtures.as(
                                        herself,
                                        () -> {
                                            keeping.letIn(report, row);
                                            return true;
                                        }))
                .isInstanceOf(NotHere.class);
        int changed =
                Fixtures.as(
                        herself,
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(
                                                _ ->
                                                        jdbc.sql(
                                                                        "UPDATE access.kept_out SET ended_at = now(), ended_by = :me WHERE subject = :report")
                                                                .param("me", becaHerself.id().value())
                                                                .param("report", report.value())
                                                                .update()));
        assertThat(changed).isZero();
        assertThat(anna.post(end, list.fields("form[action$=/end]")).status()).isEqualTo(303);
        assertThat(beca.get(path).status()).isEqualTo(200);
    }

    @Test
    void somebodyHasToBeLeft() throws Exception {
        Answer ask = anna.get(path + "/kept-out");
        List<String> others =
                ask.page().select("#party option").eachAttr("value").stream()
                        .filter(value -> !value.isEmpty() && !value.equals(annaHerself.id().toString()))
                        .toList();
        assertThat(others).contains(becaHerself.id().toString(), Fixtures.OTHER.toString());
        for (String one : others) {
            assertThat(keepOut(one, "other").status()).isEqualTo(303);
        }
        Answer last = keepOut(annaHerself.id().toString(), "tie");
        assertThat(last.status()).isEqualTo(422);
        assertThat(last.text()).contains("would be left to answer");
        assertThat(anna.get(path).status()).isEqualTo(200);
    }

    @Test
    void whoAndWhyAreAskedFor() throws Exception {
        Map<String, List<String>> fields = anna.get(path + "/kept-out").fields();
        Answer nothing = anna.post(path + "/kept-out", fields);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("Choose who is kept out", "Choose why");
        fields.put("party", List.of("07700 900123"));
        fields.put("why", List.of("tie"));
        assertThat(anna.post(path + "/kept-out", fields).status()).isEqualTo(422);
    }

    private Answer keepOut(String who, String why) throws Exception {
        Map<String, List<String>> fields = anna.get(path + "/kept-out").fields();
        fields.put("party", List.of(who));
        fields.put("why", List.of(why));
        return anna.post(path + "/kept-out", fields);
    }

    private static String masked(Answer answer) {
        return answer.text()
                .replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("value=\"[^\"]{30,}\"", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }

    private Visitor signIn(Somebody who) throws Exception {
        Visitor visitor = new Visitor(port);
        TestPeople.signIn(visitor, who, 0);
        return visitor;
    }
}
