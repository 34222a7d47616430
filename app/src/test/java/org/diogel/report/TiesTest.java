package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Ties;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Somebody knows the man: what names him is kept from her without anybody having to ask her.
@WebTest
class TiesTest {

    private static final String HIS = "07700 900123";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Ties ties;

    private Somebody annaHerself;
    private Somebody becaHerself;
    private Visitor anna;
    private Visitor beca;

    @BeforeEach
    void aDeskOfTwo() throws Exception {
        TestPeople people = new TestPeople(app);
        AgencyId desk = people.agency("Made-up Desk of Two");
        Fixtures.as(
                new Actor.Task("set-up"),
                () -> {
                    access.setDesk(null, desk);
                    return true;
                });
        annaHerself = people.somebody(desk, Role.MODERATOR, Role.SAFEGUARDING_LEAD);
        becaHerself = people.somebody(desk, Role.MODERATOR, Role.SAFEGUARDING_LEAD);
        anna = signIn(annaHerself);
        beca = signIn(becaHerself);
    }

    @AfterEach
    void close() {
        anna.close();
        beca.close();
    }

    @Test
    void whatNamesHimIsKeptFromHerBeforeAndAfter() throws Exception {
        ReportId before = told();
        assertThat(beca.get("/queue/" + before).status()).isEqualTo(200);
        assertThat(add(beca, "phone", "+44 7700 900 123").status()).isEqualTo(303);
        assertThat(beca.get("/queue/" + before).status()).isEqualTo(404);
        ReportId after = told();
        assertThat(beca.get("/queue/" + after).status()).isEqualTo(404);
        assertThat(beca.get("/queue").text()).doesNotContain(after.toString());
        assertThat(anna.get("/queue/" + after).status()).isEqualTo(200);
        assertThat(anna.get("/queue/" + after + "/kept-out").text())
                .contains("They know somebody in it")
                .doesNotContain("my cousin")
                .doesNotContain("900 123");
        assertThat(Fixtures.one("SELECT encode(bytes, 'escape') FROM access.tie WHERE account = ?", becaHerself.id().value()))
                .doesNotContain("900 123")
                .doesNotContain("cousin");
    }

    @Test
    void somebodyIsLeftToAnswer() throws Exception {
        add(anna, "phone", HIS);
        add(beca, "phone", HIS);
        ReportId report = told();
        List<Integer> seen =
                List.of(
                        anna.get("/queue/" + report).status(),
                        beca.get("/queue/" + report).status());
        assertThat(seen).containsExactlyInAnyOrder(200, 404);
    }

    @Test
    void theListIsHersAloneAndWhatCannotBeReadIsAskedForAgain() throws Exception {
        add(beca, "vehicle", "QI00 DIO");
        Answer mine = beca.get("/account/known");
        assertThat(mine.text()).contains("QI00 DIO", "my cousin");
        Actor.Person annaActs = new Actor.Person(annaHerself.id(), annaHerself.agency(), java.util.Set.of(Role.SAFEGUARDING_LEAD));
        assertThat(Fixtures.as(annaActs, ties::list)).isEmpty();
        Answer wrong = add(beca, "phone", "somewhere");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Type one whole telephone number", "somewhere");
        assertThat(add(beca, "", HIS).text()).contains("Choose what it is");
        String remove = mine.page().select("form[action$=/remove]").attr("action");
        assertThat(anna.post(remove, mine.fields("form[action$=/remove]")).status()).isNotEqualTo(500);
        assertThat(beca.get("/account/known").text()).as("nobody else removes it").contains("QI00 DIO");
        beca.post(remove, beca.get("/account/known").fields("form[action$=/remove]"));
        assertThat(beca.get("/account/known").text()).doesNotContain("QI00 DIO");
    }

    private ReportId told() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission());
        return ticket.report();
    }

    private static Answer add(Visitor who, String kind, String value) throws Exception {
        Map<String, List<String>> fields = who.get("/account/known").fields("#form");
        fields.put("kind", List.of(kind));
        fields.put("value", List.of(value));
        fields.put("note", List.of("my cousin"));
        return who.post("/account/known", fields);
    }

    private Visitor signIn(Somebody who) throws Exception {
        Visitor visitor = new Visitor(port);
        TestPeople.signIn(visitor, who, 0);
        return visitor;
    }
}
