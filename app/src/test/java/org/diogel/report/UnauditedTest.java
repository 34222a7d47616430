package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.account.TestPeople;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Where the record cannot be written, because it is full or refuses, nothing is shown and nothing is done.
@WebTest
class UnauditedTest {

    private static final String FULL =
            """
            CREATE FUNCTION audit.test_full() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER test_full BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.test_full()
            """;

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;

    @Test
    void whatCannotBeWrittenDownIsRefused() throws Exception {
        Fixtures.desks(access);
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission());
        String path = "/queue/" + ticket.report();
        try (Visitor anna = new Visitor(port)) {
            TestPeople people = new TestPeople(app);
            TestPeople.signIn(
                    anna, people.somebody(Fixtures.DESK, Role.MODERATOR, Role.SAFEGUARDING_LEAD), 0);
            Map<String, List<String>> why = anna.get(path + "/original").fields();
            why.put("purpose", List.of("safeguarding"));
            Map<String, List<String>> pass = anna.get(path + "/message").fields();
            pass.put("text", List.of("CANARY-MESSAGE"));
            change(FULL);
            try {
                Answer look = anna.post(path + "/original", why);
                assertThat(look.status()).isGreaterThanOrEqualTo(500);
                assertThat(look.text()).doesNotContain("CANARY");
                Answer message = anna.post(path + "/message", pass);
                assertThat(message.status()).isGreaterThanOrEqualTo(500);
            } finally {
                change("DROP TRIGGER test_full ON audit.entry; DROP FUNCTION audit.test_full()");
            }
            assertThat(Fixtures.one("SELECT first_opened FROM report.report WHERE id = ?", ticket.report().value()))
                    .isEqualTo("null");
            assertThat(Fixtures.one("SELECT count(*) FROM report.addition WHERE report = ?", ticket.report().value()))
                    .isEqualTo("0");
            assertThat(anna.post(path + "/original", why).text()).contains("CANARY-NARRATIVE");
        }
    }

    private static void change(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
