package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.Receipts;
import org.diogel.report.Ticket;
import org.diogel.subjectaccess.Copies;
import org.diogel.subjectaccess.CopyId;
import org.diogel.subjectaccess.TestCopies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Ten years of one person: how long gathering takes. `./diogel test --deep TenYearsTest` prints it; five
/// seconds are promised, and only far more fails, since other work may run beside.
@WebTest
@EnabledIfSystemProperty(named = "diogel.deep", matches = "true")
class TenYearsTest {

    private static final int ADDED = 300;
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(30);

    @Autowired ApplicationContext app;
    @Autowired Receipts receipts;
    @Autowired Copies copies;
    @Autowired Jobs jobs;

    @Test
    void everythingOfTenYearsIsGathered() throws Exception {
        jobs.stop();
        try {
            Project project = Project.make(app, "Project Ten Years", Region.SOUTH_WALES);
            Ticket taken = project.reports().get("taken");
            Ticket ticket = new Ticket(taken.report(), taken.code(), true, false);
            for (int i = 0; i < ADDED; i++) {
                receipts.add(ticket, "Something that happened, number " + i + ". And one sentence more.");
            }
            more(ticket.report().value(), project.staff().agency().id().value());
            CopyId id = TestCopies.ask(app, ticket);
            long begin = System.nanoTime();
            int pieces =
                    Acting.as(
                            project.actors().get(Role.DATA_PROTECTION_OFFICER),
                            "testing",
                            () -> copies.gather(id, 1));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf("%d pieces of ten years gathered in %d ms%n", pieces, took.toMillis());
            assertThat(pieces).isGreaterThan(2_000);
            assertThat(took).isLessThan(FAR_TOO_LONG);
        } finally {
            jobs.start();
        }
    }

    /// Events, looks, messages and disclosures, as many as would have come.
    private static void more(UUID report, UUID agency) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute(
                    "INSERT INTO report.event (report, what, at) SELECT '" + report
                            + "', 'opened', now() - make_interval(days => n) FROM generate_series(1, 600) n");
            sql.execute(
                    "INSERT INTO audit.entry (kind, account, agency, purpose, action, subject_kind, subject, outcome)"
                            + " SELECT 'person', gen_random_uuid(), '" + agency
                            + "', 'triage', 'report.opened', 'report', '" + report
                            + "', 'done' FROM generate_series(1, 1000)");
            sql.execute(
                    "INSERT INTO consent.disclosure (subject, recipient, what, reference, excerpt_digest, kind, statement)"
                            + " SELECT a.subject, a.recipient, 'warning', gen_random_uuid(),"
                            + " sha256(n::text::bytea), 'task', a.statement FROM generate_series(1, 300) n,"
                            + " (SELECT * FROM consent.agreed WHERE subject = '" + report + "' LIMIT 1) a");
            sql.execute(
                    "INSERT INTO messages.delivery (id, account, template, subject_kind, subject, origin, agency)"
                            + " SELECT gen_random_uuid(), gen_random_uuid(), 'you-have-a-message', 'desk', '"
                            + report + "', '" + report + "', '" + agency + "' FROM generate_series(1, 300)");
        }
    }
}
