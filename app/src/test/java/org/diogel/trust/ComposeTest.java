package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Writing a warning, and the members' page, as they look from outside.
@WebTest
class ComposeTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Telling telling;
    @Autowired Sender sender;

    private Staff staff;

    @BeforeEach
    void people() {
        staff =
                Staff.join(
                        app,
                        "Made-up Writers " + UUID.randomUUID(),
                        Region.DYFED_POWYS,
                        List.of(Role.MODERATOR, Role.MEMBER));
    }

    @Test
    void aboutAPoliceOfficerNobodyIsChosenAndWhoeverWritesIsToldWhomToLeaveOut() throws Exception {
        Ticket ticket = tell(Map.of("them.relation", List.of("police")));
        try (Visitor writer = staff.signIn(port, Role.MODERATOR)) {
            Answer page = begin(writer, ticket);
            assertThat(page.page().text())
                    .contains("Leave out the agency where that person works")
                    .contains("It does not limit who gets the message")
                    .contains("This is held back. It cannot be added.");
            assertThat(page.page().select("[name=audience][checked]")).isEmpty();
            assertThat(page.page().select("[name=phone], [name='description.en']")).isEmpty();

            Map<String, List<String>> fields = page.fields();
            fields.put("do", List.of("propose"));
            Answer refused = propose(writer, page, fields);
            assertThat(refused.page().text()).contains("Choose who gets it.");

            fields = refused.fields();
            fields.put("audience", List.of("some"));
            fields.put("agency", List.of(staff.agency().id().toString()));
            fields.put("do", List.of("propose"));
            Answer proposed = propose(writer, refused, fields);
            assertThat(proposed.page().text())
                    .contains("Waits for a second person")
                    .contains(staff.agency().name());
        }
    }

    @Test
    void aboutAnybodyElseEverybodyIsChosenAndHerAnswersReadAsSheWasShownThem() throws Exception {
        Ticket ticket = tell(Map.of("what.kinds", List.of("stealthing")));
        try (Visitor writer = staff.signIn(port, Role.MODERATOR)) {
            Answer page = begin(writer, ticket);
            assertThat(page.page().select("[name=audience][checked]").attr("value")).isEqualTo("all");
            assertThat(page.page().text())
                    .contains("Took off a condom without my yes")
                    .contains("Took off a condom without a yes")
                    .contains("Website or advert");
        }
    }

    /// A page that was open while she took sharing back offers what may no longer be done.
    @Test
    void whatMayNoLongerBeBegunIsRefusedOverHttpToo() throws Exception {
        Ticket ticket = tell(Map.of());
        try (Visitor writer = staff.signIn(port, Role.MODERATOR)) {
            Answer report = writer.get("/queue/" + ticket.report());
            var fields = report.fields("form[action$='/warning']");
            app.getBean(org.diogel.report.Receipts.class).stop(ticket);
            assertThat(writer.post("/queue/" + ticket.report() + "/warning", fields).status())
                    .isEqualTo(409);
        }
    }

    @Test
    void membersChooseARegionAndAnAddressWithNonsenseInItShowsAll() throws Exception {
        try (Visitor member = staff.signIn(port, Role.MEMBER)) {
            for (String region : List.of("", "?region=GWENT", "?region=%3Cscript%3E", "?region=")) {
                Answer page = member.get("/messages" + region);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.text()).doesNotContain("<script>alert", "region=%3C");
            }
        }
    }

    private Answer begin(Visitor writer, Ticket ticket) throws Exception {
        Answer report = writer.get("/queue/" + ticket.report());
        return writer.follow(
                writer.post(
                        "/queue/" + ticket.report() + "/warning",
                        report.fields("form[action$='/warning']")));
    }

    private static Answer propose(Visitor writer, Answer page, Map<String, List<String>> fields)
            throws Exception {
        String action = page.page().selectFirst("form#form").attr("action");
        return writer.follow(writer.post(action, fields));
    }

    private Ticket tell(Map<String, List<String>> other) {
        Ticket ticket = telling.start(Lang.EN);
        Map<String, List<String>> story =
                new java.util.HashMap<>(
                        Map.of(
                                "what.kinds", List.of("threats"),
                                "what.severity", List.of("RISKY"),
                                "where.region", List.of("DYFED_POWYS"),
                                "where.contact", List.of("website"),
                                "them.relation", List.of("stranger"),
                                "words", List.of("A made-up story")));
        story.putAll(other);
        telling.save(ticket, Lang.EN, story, "");
        sender.send(
                ticket,
                new Submission(
                        UUID.randomUUID(),
                        Set.of("members"),
                        Screening.NO,
                        Screening.NO,
                        "",
                        Lang.EN));
        return ticket;
    }
}
