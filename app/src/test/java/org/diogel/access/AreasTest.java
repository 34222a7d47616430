package org.diogel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
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

/// Which project answers where, and the agencies, as an administrator sets them.
@WebTest
class AreasTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private AgencyId first;
    private AgencyId second;
    private Visitor ann;
    private Visitor bob;

    @BeforeEach
    void twoAdministrators() throws Exception {
        TestPeople people = new TestPeople(app);
        first = people.agency("Prosiect Un " + System.nanoTime());
        second = people.agency("Prosiect Dau " + System.nanoTime());
        ann = signIn(people.somebody(first, Role.ADMINISTRATOR));
        bob = signIn(people.somebody(second, Role.ADMINISTRATOR));
        rows("DELETE FROM access.desk RETURNING region");
    }

    @AfterEach
    void close() {
        ann.close();
        bob.close();
    }

    @Test
    void anAreaIsGivenToAProjectAndTheChangeIsRecorded() throws Exception {
        Map<String, List<String>> fields = ann.get("/areas").fields();
        Answer empty = ann.post("/areas", fields);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select("#ANY-error").text())
                .contains("Choose the project that answers where no other does.");
        fields.put("ANY", List.of(first.toString()));
        fields.put("GWENT", List.of(second.toString()));
        Answer saved = ann.follow(ann.post("/areas", fields));
        assertThat(saved.text()).contains("New reports go where you chose");
        assertThat(desks()).containsExactly("ANY " + first, "GWENT " + second);
        assertThat(rows("SELECT fields[1] || ' ' || subject FROM audit.entry"
                                + " WHERE action = 'access.desk-changed' AND agency = '" + first + "'"
                                + " ORDER BY id"))
                .containsExactly("GWENT " + second, "ANY " + first);
        fields = ann.get("/areas").fields();
        fields.put("GWENT", List.of(""));
        ann.post("/areas", fields);
        assertThat(desks()).containsExactly("ANY " + first);
    }

    @Test
    void twoWhoChooseAtOnceLoseNothing() throws Exception {
        Map<String, List<String>> anns = ann.get("/areas").fields();
        Map<String, List<String>> bobs = bob.get("/areas").fields();
        anns.put("ANY", List.of(first.toString()));
        assertThat(ann.post("/areas", anns).status()).isEqualTo(303);
        bobs.put("ANY", List.of(second.toString()));
        bobs.put("NORTH_WALES", List.of(first.toString()));
        Answer late = bob.post("/areas", bobs);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().text()).contains("Somebody else changed this").contains("Anywhere else: Prosiect Un");
        assertThat(desks()).containsExactly("ANY " + first);
        Map<String, List<String>> again = late.fields();
        assertThat(again).containsEntry("NORTH_WALES", List.of(first.toString()));
        assertThat(again).containsEntry("ANY", List.of(second.toString()));
        assertThat(bob.post("/areas", again).status()).isEqualTo(303);
        assertThat(desks()).containsExactly("ANY " + second, "NORTH_WALES " + first);
    }

    /// What somebody left alone is not taken back by what she saves.
    @Test
    void onlyWhatWasChangedIsSaved() throws Exception {
        Map<String, List<String>> bobs = bob.get("/areas").fields();
        Map<String, List<String>> anns = ann.get("/areas").fields();
        anns.put("ANY", List.of(first.toString()));
        anns.put("GWENT", List.of(first.toString()));
        ann.post("/areas", anns);
        bobs = bob.get("/areas").fields();
        anns = ann.get("/areas").fields();
        anns.put("GWENT", List.of(second.toString()));
        ann.post("/areas", anns);
        bobs.put("DYFED_POWYS", List.of(second.toString()));
        assertThat(bob.post("/areas", bobs).status()).isEqualTo(303);
        assertThat(desks())
                .containsExactly("ANY " + first, "DYFED_POWYS " + second, "GWENT " + second);
    }

    @Test
    void onlyAProjectCanAnswer() throws Exception {
        String name = "Heddlu Dychmygol " + System.nanoTime();
        Map<String, List<String>> fields = ann.get("/areas/agency").fields();
        Answer empty = ann.post("/areas/agency", fields);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select(".govuk-error-message")).hasSize(2);
        fields.put("name", List.of(name));
        fields.put("kind", List.of("police"));
        Answer added = ann.follow(ann.post("/areas/agency", fields));
        assertThat(added.page().text()).contains(name + " (Police)");
        assertThat(added.page().select("select option").eachText()).doesNotContain(name);
        assertThat(ann.get("/people/invite").page().select("select[name=agency] option").eachText())
                .contains(name);
        Answer twice = ann.post("/areas/agency", fields);
        assertThat(twice.page().text()).contains("There is an agency of this name already");
        String id = rows("SELECT id FROM access.agency WHERE name = '" + name + "'").getFirst();
        Map<String, List<String>> choice = ann.get("/areas").fields();
        choice.put("ANY", List.of(id));
        assertThat(ann.post("/areas", choice).status()).isEqualTo(422);
        assertThat(desks()).isEmpty();
    }

    @Test
    void aNameChangedByTwoIsLostByNobody() throws Exception {
        String page = "/areas/agency/" + first;
        Map<String, List<String>> anns = ann.get(page).fields();
        Map<String, List<String>> bobs = bob.get(page).fields();
        anns.put("name", List.of("Enw Ann " + first));
        assertThat(ann.post(page, anns).location()).isEqualTo("/areas?saved=renamed");
        bobs.put("name", List.of("Enw Bob " + first));
        Answer late = bob.post(page, bobs);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().text()).contains("changed it to “Enw Ann " + first);
        Map<String, List<String>> again = late.fields();
        assertThat(again).containsEntry("name", List.of("Enw Bob " + first));
        assertThat(bob.post(page, again).status()).isEqualTo(303);
        assertThat(rows("SELECT name FROM access.agency WHERE id = '" + first + "'"))
                .containsExactly("Enw Bob " + first);
        assertThat(bob.get("/areas/agency/nothing").status()).isEqualTo(404);
    }

    private Visitor signIn(Somebody who) throws Exception {
        Visitor visitor = new Visitor(port);
        TestPeople.signIn(visitor, who, 0);
        return visitor;
    }

    private static List<String> desks() throws Exception {
        return rows("SELECT region || ' ' || agency FROM access.desk ORDER BY region");
    }

    private static List<String> rows(String query) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement();
                var result = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
