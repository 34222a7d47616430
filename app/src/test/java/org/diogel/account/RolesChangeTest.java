package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Who may change what somebody may do, and that it counts at once. ARCHITECTURE §5; TRUST §5 A5.
@WebTest
class RolesChangeTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Somebody administrator;

    @BeforeEach
    void anAdministrator() {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Rolau " + System.nanoTime());
        administrator = people.somebody(agency, Role.ADMINISTRATOR);
    }

    @Test
    void itCountsFromTheNextRequestAndIsOnRecord() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        try (Visitor admin = new Visitor(port);
                Visitor hers = new Visitor(port)) {
            TestPeople.signIn(admin, administrator, 0);
            TestPeople.signIn(hers, who, 0);
            assertThat(hers.get("/messages").status()).isEqualTo(200);
            Map<String, List<String>> fields = admin.get("/people/" + who.id()).fields();
            assertThat(fields.get("roles")).containsExactly("MEMBER");
            assertThat(fields.get("profession")).containsExactly("PROJECT_WORKER");
            fields.put("roles", List.of("ANALYST"));
            fields.put("profession", List.of("HEALTH"));
            assertThat(admin.post("/people/" + who.id(), fields).location())
                    .isEqualTo("/people?saved=changed");
            assertThat(hers.get("/messages").status()).isEqualTo(404);
            assertThat(hers.get("/account").text()).contains("Analyst").contains("Health");
            // Two administrators at once: the second sees what the first did.
            assertThat(admin.post("/people/" + who.id(), fields).status()).isEqualTo(409);
            TestPeople.stale(administrator);
            assertThat(admin.post("/people/" + who.id(), fields).text())
                    .contains("Show that it is you");
        }
    }

    @Test
    void rolesThatExcludeEachOtherAndNoneAreSaidBesideTheField() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        try (Visitor admin = new Visitor(port)) {
            TestPeople.signIn(admin, administrator, 0);
            Map<String, List<String>> fields = admin.get("/people/" + who.id()).fields();
            fields.put("roles", List.of("ADMINISTRATOR", "MODERATOR"));
            Answer apart = admin.post("/people/" + who.id(), fields);
            assertThat(apart.status()).isEqualTo(422);
            assertThat(apart.fields().get("roles")).containsExactly("ADMINISTRATOR", "MODERATOR");
            fields.remove("roles");
            assertThat(admin.post("/people/" + who.id(), fields).status()).isEqualTo(422);
            assertThat(admin.get("/people/" + administrator.id()).status()).isEqualTo(404);
        }
    }

    /// With every check of the pages gone.
    @Test
    void nobodyGivesHerselfARoleAndNobodyElseGivesAny() {
        Somebody lead = people.somebody(agency, Role.SAFEGUARDING_LEAD);
        Somebody who = people.somebody(agency, Role.MEMBER);
        People door = app.getBean(People.class);
        for (Somebody acting : List.of(lead, who, administrator)) {
            Somebody other = acting == administrator ? administrator : who;
            Actor.Person person = new Actor.Person(acting.id(), agency, Set.of(Role.ADMINISTRATOR));
            Acting.run(
                    person,
                    "work",
                    () ->
                            assertThatThrownBy(
                                            () ->
                                                    door.change(
                                                            other.id(),
                                                            1,
                                                            Profession.OTHER,
                                                            Set.of(Role.MODERATOR)))
                                    .isInstanceOf(NotHere.class));
        }
    }
}
