package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a member asks before a meeting is in nothing that is ever written: no table, write-ahead log,
/// database's log, temporary file, terminal or backup, whether it was found or not, right or wrong, and
/// with the database gone in between. TRUST §10.
class SentinelTest {

    private static Server server;

    private final Canaries canaries = new Canaries(2_027);

    @BeforeAll
    static void start() throws Exception {
        server = new Server(Path.of("target", "trust", "sentinel"), "demo").start();
        try (var superuser = server.superuser();
                var sql = superuser.createStatement()) {
            sql.execute("UPDATE account.account SET created_at = now() - interval '90 days'");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothingThatWasAskedIsLeftAnywhere() throws Exception {
        try (Visitor mali = signIn("mali@harbour.invalid");
                Visitor ffion = signIn("ffion@lantern.invalid")) {
            ask(mali);
            misask(mali);
            search(ffion);
            loseTheDatabase(mali);
        }
        assertThat(canaries.all()).hasSizeGreaterThanOrEqualTo(25);
        Needles needles = new Needles();
        canaries.all().forEach(needles::add);
        List<Needles.Hit> hits = new ArrayList<>();
        try (var superuser = server.superuser()) {
            for (String table : Dump.tables(superuser)) {
                hits.addAll(needles.in(Dump.copy(superuser, table), table));
            }
            assertThat(Dump.count(superuser, "SELECT sum(today) FROM checker.budget")).isPositive();
        }
        assertThat(server.run("backup", server.folder.resolve("backup").toString())).isZero();
        server.terminate();
        hits.addAll(inFiles(needles));
        assertThat(hits).isEmpty();

        // The control: written into a log, one of them is found.
        Files.writeString(
                server.data().resolve("log/postgres-Mon.log"),
                "parameters: $1 = '" + canaries.all().getFirst() + "'\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(inFiles(needles))
                .extracting(Needles.Hit::secret)
                .contains(canaries.all().getFirst());
    }

    /// Each kind, found and not found, and asked again.
    private void ask(Visitor mali) throws Exception {
        Answer found = check(mali, "07700 900177", "any");
        assertThat(found.page().select(".govuk-summary-card")).isNotEmpty();
        for (int i = 0; i < 5; i++) {
            for (String what :
                    List.of(
                            canaries.phone(),
                            canaries.email(),
                            canaries.vehicle(),
                            "snapchat: @" + canaries.keep("wenbra" + i + "_cwmdro" + i))) {
                Answer answer = check(mali, what, "any");
                assertThat(answer.status()).as(answer.page().title()).isEqualTo(200);
                assertThat(answer.page().select(".govuk-warning-text")).isNotEmpty();
            }
        }
        String again = canaries.phone();
        check(mali, again, "phone");
        check(mali, again, "phone");
    }

    /// What cannot be read, what stands in an address, what comes without a session or broken.
    private void misask(Visitor mali) throws Exception {
        check(mali, canaries.narrative(), "phone");
        check(mali, canaries.name(), "any");
        mali.get("/check?what=" + Visitor.percent(canaries.phone()));
        mali.get("/check/" + Visitor.percent(canaries.phone()).replace("+", "%20"));
        String form = "application/x-www-form-urlencoded";
        mali.send(
                "POST",
                "/check",
                Map.of("Content-Type", form),
                ("what=" + Visitor.percent(canaries.phone()) + "%ZZ").getBytes(StandardCharsets.UTF_8));
        mali.send(
                "POST",
                "/check",
                Map.of("Content-Type", "application/json"),
                ("{\"what\": \"" + canaries.phone() + "\"").getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> fields = mali.get("/check").fields();
        fields.put("what", List.of(canaries.phone()));
        fields.put("lang", List.of("cy"));
        mali.post("/check", fields);
        try (Visitor nobody = new Visitor(server.port())) {
            Map<String, List<String>> late = new LinkedHashMap<>(nobody.get("/sign-in").fields());
            late.put("what", List.of(canaries.phone()));
            assertThat(nobody.post("/check", late).status()).isNotEqualTo(500);
        }
    }

    private void search(Visitor ffion) throws Exception {
        for (String part : List.of(canaries.phone(), canaries.vehicle())) {
            Map<String, List<String>> fields = new LinkedHashMap<>(ffion.get("/search").fields());
            fields.put("kind", List.of(part.startsWith("0") ? "phone" : "vehicle"));
            fields.put("part", List.of(part));
            fields.put("purpose", List.of("safeguarding"));
            assertThat(ffion.post("/search", fields).status()).isEqualTo(200);
        }
    }

    private void loseTheDatabase(Visitor mali) throws Exception {
        Map<String, List<String>> fields = new LinkedHashMap<>(mali.get("/check").fields());
        try (Outage _ = new Outage(server)) {
            for (int i = 0; i < 5; i++) {
                fields.put("what", List.of(canaries.phone()));
                mali.post("/check", fields);
            }
        }
        assertThat(server.isUpWithin(30)).isTrue();
    }

    private static Answer check(Visitor member, String what, String kind) throws Exception {
        Map<String, List<String>> fields = new LinkedHashMap<>(member.get("/check").fields());
        fields.put("what", List.of(what));
        fields.put("kind", List.of(kind));
        return member.post("/check", fields);
    }

    private static List<Needles.Hit> inFiles(Needles needles) throws Exception {
        return needles.below(server.folder).stream()
                .filter(hit -> !hit.place().startsWith("data/programs/"))
                .toList();
    }

    private static Visitor signIn(String email) throws Exception {
        Visitor visitor = new Visitor(server.port());
        Answer people = visitor.get("/demo");
        String password = people.page().select("code").first().text();
        Element one = people.page().select("p:contains(" + email + ")").first();
        Map<String, List<String>> fields = visitor.get("/sign-in").fields();
        fields.put("email", List.of(email));
        fields.put("password", List.of(password));
        Map<String, List<String>> again = visitor.post("/sign-in", fields).fields();
        again.put("code", List.of(one.select("code").text().replace(" ", "")));
        assertThat(visitor.post("/sign-in/code", again).status()).isEqualTo(303);
        return visitor;
    }
}
