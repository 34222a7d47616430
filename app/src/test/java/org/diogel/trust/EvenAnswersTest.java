package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Whoever watches the line learns nothing from how long an answer is or how long it takes. TRUST §10.
@WebTest
class EvenAnswersTest {

    private static final String FOUND = "07700 900123";
    private static final long FLOOR_MILLIS = 600;

    @Autowired ApplicationContext app;
    @LocalServerPort int port;

    private static Project project;

    @BeforeEach
    void warnings() throws Exception {
        if (project == null) {
            project = Project.make(app, "Even Project", Region.GWENT);
        }
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute("UPDATE checker.entry SET shown_from = now()");
            sql.execute("DELETE FROM checker.budget");
            sql.execute("UPDATE account.account SET created_at = now() - interval '90 days'");
        }
    }

    @Test
    void everyAnswerIsAsLongAsEveryOtherAndTakesItsTime() throws Exception {
        for (String encoding : List.of("", "gzip, deflate, br")) {
            for (String lang : List.of("en", "cy")) {
                try (Visitor member = project.staff().signIn(port, Role.MEMBER)) {
                    member.headers.put("Accept-Language", lang);
                    if (!encoding.isEmpty()) {
                        member.headers.put("Accept-Encoding", encoding);
                    }
                    assertThat(look(member, encoding)).hasSize(1);
                }
            }
        }
    }

    /// @return all that differs between answers: length, names and lengths of headers
    private static TreeSet<String> look(Visitor member, String encoding) throws IOException {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put(FOUND, "class=\"govuk-summary-card\"");
        asked.put("07700 900124", "govuk-warning-text");
        asked.put("QI00 DI0", "class=\"govuk-summary-card\"");
        asked.put("nobody.at.all@diogel.invalid", "govuk-warning-text");
        asked.put("https://www.instagram.com/" + "x".repeat(58), "govuk-warning-text");
        asked.put("x", "govuk-error-message");
        TreeSet<String> shapes = new TreeSet<>();
        for (Map.Entry<String, String> one : asked.entrySet()) {
            Map<String, List<String>> fields = new LinkedHashMap<>(form(member, encoding));
            fields.put("what", List.of(one.getKey()));
            long began = System.nanoTime();
            Answer answer = member.post("/check", fields);
            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as("milliseconds")
                    .isGreaterThanOrEqualTo(FLOOR_MILLIS - 50);
            assertThat(text(answer)).as(one.getKey()).contains(one.getValue());
            shapes.add(shape(answer));
        }
        return shapes;
    }

    private static Map<String, List<String>> form(Visitor member, String encoding)
            throws IOException {
        member.headers.remove("Accept-Encoding");
        Map<String, List<String>> fields = member.get("/check").fields();
        if (!encoding.isEmpty()) {
            member.headers.put("Accept-Encoding", encoding);
        }
        return fields;
    }

    /// Unreadable answers carry no mark; nobody needs to guess that they were.
    private static String shape(Answer answer) {
        Map<String, Integer> headers = new TreeMap<>();
        answer.headers()
                .forEach((name, values) -> headers.put(name, String.join("", values).length()));
        headers.remove("set-cookie");
        return answer.body().length + " " + headers;
    }

    private static String text(Answer answer) throws IOException {
        if (answer.header("content-encoding").isEmpty()) {
            return answer.text();
        }
        assertThat(answer.header("content-encoding")).contains("gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /// Fifty pages sent at the same moment by one member with thirty looks.
    @Test
    void thirtyOfFiftyAreAnswered() throws Exception {
        try (Visitor member = project.staff().signIn(port, Role.MEMBER);
                var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, List<String>> form = member.get("/check").fields();
            List<java.util.concurrent.Callable<Integer>> all = new java.util.ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Map<String, List<String>> fields = new LinkedHashMap<>(form);
                fields.put("what", List.of("07700 9004%02d".formatted(i)));
                all.add(
                        () -> {
                            try (Visitor again = new Visitor(port)) {
                                again.cookies.putAll(member.cookies);
                                return again.post("/check", fields).status();
                            }
                        });
            }
            Map<Integer, Integer> answered = new TreeMap<>();
            for (var one : threads.invokeAll(all)) {
                answered.merge(one.get(), 1, Integer::sum);
            }
            assertThat(answered).isEqualTo(Map.of(200, 30, 429, 20));
        }
    }
}
