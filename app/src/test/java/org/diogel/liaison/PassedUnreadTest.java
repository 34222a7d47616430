package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.messages.Jobs;
import org.diogel.report.Reports;
import org.diogel.report.Ticket;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What she reads while others have opened what her project gave on without opening it.
@WebTest
class PassedUnreadTest {

    private static final String DUE = "Somebody of the project reads it by";
    private static final String UNREAD = "Nobody of the project itself has read it yet.";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Passing passing;
    @Autowired Inbox inbox;
    @Autowired Jobs jobs;

    @Test
    void whatWentStandsFirstAndTheClockIsTheProjectsOwn() throws Exception {
        jobs.stop();
        Village village = new Village(app);
        Ticket ticket = village.tell(Village.SOUTH);
        assertThat(receipt(ticket)).contains(DUE).doesNotContain(UNREAD);

        PackageId id =
                Village.as(village.anwen, () -> passing.pass(ticket.report(), Village.SOUTH));
        Village.as(village.sian, () -> inbox.open(id, Inbox.Way.PAGE, "investigate"));
        String page = receipt(ticket);
        assertThat(page.indexOf("They opened it.")).isPositive().isLessThan(page.indexOf(UNREAD));
        assertThat(page).contains(UNREAD + " " + DUE).containsOnlyOnce(DUE);

        Village.as(village.anwen, () -> app.getBean(Reports.class).open(ticket.report(), "triage"));
        assertThat(receipt(ticket))
                .contains("Somebody of the project has read it.")
                .doesNotContain(DUE, UNREAD);
        jobs.start();
    }

    private String receipt(Ticket ticket) throws Exception {
        try (Visitor her = new Visitor(port)) {
            her.headers.put("Accept-Language", "en");
            Map<String, List<String>> code = her.get("/code").fields();
            code.put("code", List.of(ticket.code().spaced()));
            Answer page = her.follow(her.post("/code", code));
            assertThat(page.status()).isEqualTo(200);
            return page.page().text();
        }
    }
}
