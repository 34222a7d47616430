package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diogel.WebTest;
import org.diogel.account.Authorisation;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// No other site can make a browser change anything here: every route that changes something, as
/// somebody who may, tried in every way another site could. TRUST §5 E3.
@WebTest
class CsrfTest {

    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded");

    @Autowired private ApplicationContext app;
    @LocalServerPort private int port;

    private static final List<Role> VICTIMS =
            List.of(Role.ADMINISTRATOR, Role.SAFEGUARDING_LEAD, Role.MODERATOR);

    private static Staff staff;

    @BeforeEach
    void people() {
        if (staff == null) {
            staff = Staff.join(app, "Made-Up Project", null, VICTIMS);
        }
    }

    @Test
    void withoutTheRightTokenFromThisSiteNothingChanges() throws Exception {
        Visitor other = staff.signIn(port, Role.MODERATOR);
        String othersToken = token(other);
        Map<String, Integer> answered = new TreeMap<>();
        int tried = 0;
        for (Role role : VICTIMS) {
            Visitor victim = staff.signIn(port, role);
            String right = token(victim);
            Map<String, String> before = state();
            for (Authorisation.Row row : changing()) {
                String path = row.pattern().replaceAll("\\{[^}]+}", "0f0e0d0c-0000-4000-8000-000000000001");
                for (Map.Entry<String, Answer> way :
                        ways(victim, row.method(), path, right, othersToken).entrySet()) {
                    tried++;
                    if (way.getValue().status() != 403) {
                        answered.put(
                                way.getKey() + ": " + row.method() + " " + path,
                                way.getValue().status());
                    }
                }
            }
            assertThat(state()).as("what is kept, after tries on " + role).isEqualTo(before);
            victim.close();
        }
        assertThat(answered).as("tries that came past the wall").isEmpty();
        assertThat(tried).isGreaterThan(changing().size() * 20);
    }

    /// The control: with the right token the same request comes past the wall.
    @Test
    void theRightTokenIsLetThrough() throws Exception {
        Visitor visitor = staff.signIn(port, Role.ADMINISTRATOR);
        for (Authorisation.Row row : changing()) {
            if (row.pattern().contains("sign-out")) {
                continue;
            }
            String path = row.pattern().replaceAll("\\{[^}]+}", "0f0e0d0c-0000-4000-8000-000000000001");
            Answer answer = visitor.post(path, Map.of("_csrf", List.of(token(visitor))));
            assertThat(answer.status()).as(path).isNotEqualTo(403);
        }
    }

    @Test
    void askingForAChangingPageChangesNothing() throws Exception {
        Visitor anybody = new Visitor(port);
        Visitor moderator = staff.signIn(port, Role.MODERATOR);
        Visitor administrator = staff.signIn(port, Role.ADMINISTRATOR);
        Map<String, String> before = state();
        before.remove("audit.entry");
        for (Authorisation.Row row : changing()) {
            String path = row.pattern().replaceAll("\\{[^}]+}", "0f0e0d0c-0000-4000-8000-000000000001");
            String fields = "?name=Made-Up&email=made-up%40people.invalid&role=MEMBER&words=x&language=cy";
            for (Visitor visitor : List.of(anybody, moderator, administrator)) {
                for (String method : List.of("GET", "HEAD")) {
                    visitor.send(method, path + fields, Map.of(), new byte[0]);
                }
            }
        }
        Map<String, String> after = state();
        // That somebody looked for what is not there is noted.
        after.remove("audit.entry");
        assertThat(after).isEqualTo(before);
    }

    private static Map<String, Answer> ways(
            Visitor victim, String method, String path, String right, String others)
            throws Exception {
        Map<String, Answer> ways = new LinkedHashMap<>();
        ways.put("no token", send(victim, method, path, "", FORM));
        ways.put("wrong token", send(victim, method, path, reversed(right), FORM));
        ways.put("another's token", send(victim, method, path, others, FORM));
        ways.put("unmasked cookie", send(victim, method, path, victim.cookies.get("__Host-csrf"), FORM));
        for (Map.Entry<String, String> from :
                Map.of(
                                "Origin", "https://elsewhere.invalid",
                                "Sec-Fetch-Site", "cross-site")
                        .entrySet()) {
            Map<String, String> headers = new LinkedHashMap<>(FORM);
            headers.put(from.getKey(), from.getValue());
            ways.put("right token, " + from, send(victim, method, path, right, headers));
        }
        Map<String, String> sameSite = new LinkedHashMap<>(FORM);
        sameSite.put("Sec-Fetch-Site", "same-site");
        ways.put("right token, neighbouring host", send(victim, method, path, right, sameSite));
        ways.put(
                "as plain text",
                send(victim, method, path, right, Map.of("Content-Type", "text/plain")));
        return ways;
    }

    private static Answer send(
            Visitor visitor, String method, String path, String token, Map<String, String> headers)
            throws Exception {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (!token.isEmpty()) {
            fields.put("_csrf", List.of(token));
        }
        fields.put("name", List.of("Made-Up"));
        return visitor.send(method, path, headers, Visitor.encoded(fields));
    }

    private static List<Authorisation.Row> changing() {
        return Authorisation.rows().stream().filter(row -> !row.method().equals("GET")).toList();
    }

    private static String token(Visitor visitor) throws Exception {
        return visitor.get("/sign-in").fields().get("_csrf").getFirst();
    }

    private static String reversed(String token) {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        bytes[bytes.length - 1] ^= 1;
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /// Rows of the record get their places in it about a second after they were written.
    private static final Set<String> PLACES =
            Set.of("audit.pending", "audit.line", "audit.tile", "audit.checkpoint");

    /// Everything kept but who is signed in since when.
    private static Map<String, String> state() throws Exception {
        try (var superuser = TestDatabase.superuser()) {
            Map<String, String> state = Dump.digests(superuser);
            state.keySet().removeIf(table -> table.startsWith("platform.") || PLACES.contains(table));
            return state;
        }
    }
}
