package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.Leaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What an administrator sees of messages that did not arrive, page by page, and what she herself sees.
@WebTest
class DeliveriesHttpTest {

    private static final int MANY = 60;

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Jobs jobs;

    private TestPeople people;
    private AgencyId agency;
    private Somebody member;

    @BeforeEach
    void many() throws SQLException {
        jobs.stop();
        people = new TestPeople(app);
        agency = people.agency("Made-up Project Nobody Reaches");
        member = people.somebody(agency, Role.MEMBER);
        run(
                """
                INSERT INTO messages.delivery
                    (id, account, template, subject_kind, subject, via, state, channel, sent_at, outcome,
                     outcome_at, fault)
                SELECT gen_random_uuid(), '%s', 'you-have-a-message', 'paging', gen_random_uuid(), 'text', 'sent',
                       'notify', now(), 'failed', now() - CASE WHEN n = 1 THEN interval '40 days' ELSE '0' END,
                       (ARRAY['unknown', 'temporary', 'failed'])[1 + n %% 3]
                  FROM generate_series(1, %d) n
                """
                        .formatted(member.id(), MANY));
    }

    @AfterEach
    void none() throws SQLException {
        run("DELETE FROM messages.delivery WHERE subject_kind = 'paging'");
        jobs.start();
    }

    @Test
    void theAdministratorSeesEachOnceWithWhyAndOfWhichProject() throws Exception {
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, people.somebody(agency, Role.ADMINISTRATOR), 0);
            int ours = 0;
            Answer page = browser.get("/deliveries");
            assertThat(page.page().select("tbody tr")).hasSize(Leaf.ROWS);
            assertThat(page.page().select("tbody").text())
                    .contains("Did not arrive", "There is no such number", "It could not be reached for days");
            while (true) {
                ours +=
                        page.page().select("tbody tr").eachText().stream()
                                .filter(row -> row.contains("Made-up Project Nobody Reaches"))
                                .filter(row -> row.contains("Did not arrive"))
                                .toList()
                                .size();
                var next = page.page().select("nav.govuk-pagination a[rel=next]");
                if (next.isEmpty()) {
                    break;
                }
                page = browser.get(next.attr("href"));
            }
            assertThat(ours).as("one is too long ago").isEqualTo(MANY - 1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
