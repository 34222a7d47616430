package org.diogel.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The page on which a caseworker gives a member more checks.
@WebTest
class MoreHttpTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    @Test
    void aCaseworkerSaysToWhomAndWhyAndItIsDoneOnce() throws Exception {
        Town.sql("DELETE FROM checker.top_up; DELETE FROM checker.budget; DELETE FROM checker.day");
        TestPeople people = new TestPeople(app);
        var desk = people.agency("Made-up Project With Members");
        Somebody member = people.somebody(desk, Role.MEMBER);
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, people.somebody(desk, Role.CASEWORKER), 0);
            Answer page = browser.get("/looks/more");
            Map<String, List<String>> fields = page.fields();
            Answer mend = browser.post("/looks/more", fields);
            assertThat(mend.page().select("main").text()).contains("Choose a member.", "Say why.");
            fields = mend.fields();
            fields.put("member", List.of(member.id().toString()));
            fields.put("reason", List.of("many-contacts"));
            Answer done = browser.follow(browser.post("/looks/more", fields));
            assertThat(done.page().select("[role=status]").text()).contains("20 more checks for today");
            assertThat(done.page().select("option[value=" + member.id() + "]")).isEmpty();
            assertThat(browser.post("/looks/more", fields).text()).contains("They got more today already.");
        }
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, member, 0);
            assertThat(browser.get("/looks/more").status()).isGreaterThanOrEqualTo(400);
            assertThat(browser.get("/check").page().select("main").text()).contains("25");
        }
    }
}
