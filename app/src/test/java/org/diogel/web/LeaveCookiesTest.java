package org.diogel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Leaving, in a browser that does not know `Clear-Site-Data`.
@WebTest
class LeaveCookiesTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    @Test
    void everyCookieIsTakenAwayByName() throws Exception {
        try (Visitor visitor = new Visitor(port)) {
            Map<String, List<String>> token = visitor.get("/").fields("form[action=/tell]");
            visitor.post("/tell", token);
            visitor.get("/tell/words?lang=cy");
            assertThat(visitor.cookies).containsKeys("__Host-tell", "__Host-csrf", "__Host-lang");
            visitor.get("/leave");
            assertThat(visitor.cookies).isEmpty();
        }
    }

    /// A copy of the cookie is worth nothing afterwards.
    @Test
    void theSessionOfSomebodySignedInEndsOnTheServer() throws Exception {
        TestPeople people = new TestPeople(app);
        var somebody =
                people.somebody(people.agency("Prosiect " + UUID.randomUUID()), Role.MEMBER);
        try (Visitor visitor = new Visitor(port)) {
            TestPeople.signIn(visitor, somebody, 0);
            String session = visitor.cookies.get("__Host-diogel");
            assertThat(visitor.get("/account").status()).isEqualTo(200);
            Answer left = visitor.get("/leave");
            assertThat(left.status()).isEqualTo(303);
            assertThat(visitor.cookies).isEmpty();
            visitor.cookies.put("__Host-diogel", session);
            assertThat(visitor.get("/account").location()).startsWith("/sign-in");
        }
    }
}
