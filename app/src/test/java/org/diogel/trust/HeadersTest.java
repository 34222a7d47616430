package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.account.Authorisation;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every route with every kind of answer: nothing may be framed, kept, guessed or sent by another
/// site. TRUST §5 E1–E3.
@WebTest
class HeadersTest {

    private static final List<Role> ROLES =
            List.of(Role.ADMINISTRATOR, Role.MODERATOR, Role.SAFEGUARDING_LEAD, Role.MEMBER);

    private static final String NOBODY = UUID.randomUUID().toString();

    @Autowired private ApplicationContext app;
    @LocalServerPort private int port;

    private final List<Visitor> visitors = new ArrayList<>();
    private static Staff staff;

    @BeforeEach
    void people() throws Exception {
        if (staff == null) {
            staff = Staff.join(app, "Made-Up Project", null, ROLES);
        }
        visitors.add(new Visitor(port));
        for (Role role : ROLES) {
            visitors.add(staff.signIn(port, role));
        }
    }

    @AfterEach
    void leave() {
        visitors.forEach(Visitor::close);
    }

    @Test
    void everyAnswerCarriesTheWholeArmour() throws Exception {
        Map<String, List<String>> faults = new TreeMap<>();
        Set<Integer> statuses = new TreeSet<>();
        Set<String> nonces = new HashSet<>();
        int answers = 0;
        for (Authorisation.Row row : Authorisation.rows()) {
            for (Visitor visitor : visitors) {
                for (Answer answer : every(visitor, row)) {
                    answers++;
                    statuses.add(answer.status());
                    List<String> wrong =
                            new ArrayList<>(
                                    Headers.faults(
                                            answer,
                                            row.pattern().startsWith("/assets")
                                                    && answer.status() == 200));
                    if (!Headers.isSaved(answer) && !nonces.add(Headers.nonce(answer))) {
                        wrong.add("the same nonce twice");
                    }
                    if (!wrong.isEmpty()) {
                        faults.put(row.method() + " " + row.pattern() + " " + answer.status(), wrong);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(statuses).contains(200, 303, 400, 403, 404, 413);
        assertThat(answers).isGreaterThan(500);
    }

    /// How well a page compresses would say what is on it.
    @Test
    void onlyWhatEverybodyGetsAlikeIsCompressed() throws Exception {
        try (Visitor stranger = new Visitor(port)) {
            stranger.headers.put("Accept-Encoding", "gzip, deflate, br, zstd");
            Answer page = stranger.get("/");
            assertThat(page.header("Content-Encoding")).isEmpty();
            int bytes = page.body().length;
            for (String path : page.page().select("link[href], script[src]").stream()
                    .map(e -> e.attr("href") + e.attr("src"))
                    .toList()) {
                Answer file = stranger.get(path);
                assertThat(file.status()).isEqualTo(200);
                assertThat(Headers.faults(file, true)).isEmpty();
                bytes += file.body().length;
            }
            assertThat(bytes).as("first page with its files").isBetween(10_000, 60 * 1024);
        }
    }

    /// Mended, guessed too often, changed by another window, without a code.
    @Test
    void answersToMistakesCarryItToo() throws Exception {
        Set<Integer> statuses = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        try (Teller teller = new Teller(port);
                Visitor stranger = new Visitor(port)) {
            List<Answer> answers = new ArrayList<>();
            answers.add(stranger.get("/receipt"));
            answers.add(stranger.get("/tell/words"));
            Map<String, List<String>> code = teller.fields();
            code.put("code", List.of("7Q2M-wrong"));
            for (int i = 0; i < 20; i++) {
                answers.add(teller.visitor.post("/code", code));
            }
            answers.add(teller.visitor.post("/tell", teller.fields()));
            Map<String, List<String>> words = teller.visitor.get("/tell/words").fields();
            words.put("words", List.of("In the first window"));
            answers.add(teller.visitor.post("/tell/words", words));
            words.put("words", List.of("In the second window"));
            answers.add(teller.visitor.post("/tell/words", words));
            for (Answer answer : answers) {
                statuses.add(answer.status());
                faults.addAll(Headers.faults(answer, false));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(statuses).contains(303, 401, 409, 422, 429);
    }

    /// As it is meant, with a wrong id, by another method, garbled, and too large.
    private static List<Answer> every(Visitor visitor, Authorisation.Row row) throws Exception {
        String path = row.pattern().replace("/**", "/none.css").replaceAll("\\{[^}]+}", NOBODY);
        List<Answer> answers = new ArrayList<>();
        if (!path.equals("/leave") && !path.contains("sign-out")) {
            answers.add(visitor.send(row.method(), path, Map.of(), new byte[0]));
        } else {
            try (Visitor apart = new Visitor(visitor.port)) {
                answers.add(apart.send(row.method(), path, Map.of(), new byte[0]));
            }
        }
        answers.add(visitor.send("GET", path + "/none", Map.of(), new byte[0]));
        answers.add(visitor.send("PUT", path, Map.of(), new byte[0]));
        answers.add(visitor.send("TRACE", path, Map.of(), new byte[0]));
        answers.add(visitor.send("OPTIONS", path, Map.of(), new byte[0]));
        answers.add(visitor.send("GET", path + "?q=%ZZ", Map.of(), new byte[0]));
        answers.add(visitor.send("GET", "/%2e%2e" + path, Map.of(), new byte[0]));
        if (row.method().equals("POST")) {
            answers.add(
                    visitor.send(
                            "POST",
                            path,
                            Map.of("Content-Type", "application/x-www-form-urlencoded", "Content-Length", "2000000"),
                            new byte[0]));
            visitor.close();
            answers.add(visitor.post(path, Map.of("a", List.of("b"))));
        }
        return answers;
    }
}
