package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A worker tells for somebody: what may be shared without her yes, and the code she gets herself.
@WebTest
class ForSomebodyTest extends Visits {

    private static final String SECOND = "three made-up words";

    @Autowired ApplicationContext app;
    @Autowired Sender sender;
    @Autowired OwnCodes codes;
    @Autowired Reports reports;

    @ParameterizedTest
    @CsvSource({"no, 1", "unable, 1", "yes, 3"})
    void withoutHerYesOnlyAWarningIsPossible(String agreement, int agreed) throws IOException {
        Answer check = told(agreement);
        Map<String, List<String>> send = sendable(check);
        send.put("sharing", List.of("members", "police-gwent", "statistics"));
        String report = report(her.follow(her.post("/tell/check", send)));
        assertThat(one("SELECT count(*) FROM consent.agreed WHERE subject = ?::uuid", report))
                .isEqualTo(Integer.toString(agreed));
        assertThat(one("SELECT teller_agency FROM report.report WHERE id = ?::uuid", report))
                .isEqualTo(Fixtures.DESK.toString());
    }

    @Test
    void theWorkersCodeNeverWidensWhatIsSharedAndHersDoes() throws IOException {
        Answer check = told("unable");
        assertThat(check.page().select("input[name=second]")).isEmpty();
        Map<String, List<String>> send = sendable(check);
        // Typed all the same.
        send.put("second", List.of(SECOND));
        her.follow(her.post("/tell/check", send));
        Ticket workers = ticket(code);
        assertThat(receipts.prove(workers, SECOND)).isEmpty();
        assertThatThrownBy(() -> receipts.choose(workers, Set.of("members"), Lang.EN, ""))
                .isInstanceOf(IllegalStateException.class);
        assertThat(codes.maySetSecond(workers)).isFalse();
        assertThat(codes.setSecond(workers, SECOND)).isEmpty();

        String page = "/queue/" + workers.report() + "/code";
        Answer given = her.post(page, her.get(page).fields());
        String own = given.page().selectFirst(".diogel-code").text();
        assertThat(her.get(page).status()).as("there is only one").isEqualTo(303);
        her.close();
        visitor();
        comeBack(own);
        Map<String, List<String>> fields = her.get("/receipt/second").fields();
        fields.put("second", List.of("short"));
        assertThat(her.post("/receipt/second/new", fields).text()).contains("at least");
        fields.put("second", List.of(SECOND));
        assertThat(her.post("/receipt/second/new", fields).location()).isEqualTo("/receipt/told");
        Ticket hers = receipts.prove(ticket(own), SECOND).orElseThrow();
        receipts.choose(hers, Set.of("members"), Lang.EN, receipts.told(hers).seen());
        assertThat(receipts.told(hers).agreements()).hasSize(1);
        assertThat(codes.setSecond(ticket(own), "another secret")).as("once").isEmpty();
    }

    @Test
    void nobodyGetsACodeForWhatSheToldHerself() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission());
        var moderator = Fixtures.person(Fixtures.DESK, Role.MODERATOR);
        assertThat(Fixtures.as(moderator, () -> codes.isMissing(ticket.report()))).isFalse();
        assertThatThrownBy(() -> Fixtures.as(moderator, () -> codes.give(ticket.report())))
                .isInstanceOf(org.diogel.web.NotHere.class);
    }

    private Answer told(String agreement) throws IOException {
        her.close();
        her = new Visitor(port);
        TestPeople.signIn(her, new TestPeople(app).somebody(Fixtures.DESK, Role.MODERATOR), 0);
        her.headers.put("Accept-Language", "en");
        Answer begun = her.follow(her.post("/for-somebody", her.get("/for-somebody").fields()));
        code = begun.page().selectFirst(".diogel-code").text();
        fill("who", Map.of("who.for", "other", "who.agreement", agreement, "who.adult", "yes"));
        fill("words", Map.of("words", "It happened to somebody we support"));
        return her.get("/tell/check");
    }
}
