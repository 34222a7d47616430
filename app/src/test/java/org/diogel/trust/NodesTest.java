package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.database.ForeignPostgres;
import org.diogel.trust.Teller.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two servers on one database, as they would stand behind one proxy: what is taken away through one is
/// gone at the next request to the other, in sessions that were open. TRUST §5 A5.
class NodesTest {

    private static final Path FOLDER = Path.of("target", "trust", "nodes");
    private static final String PASSWORD = "lantern-teapot-river-seven";
    private static final long A_SECOND = 1_000_000_000L;

    private static final Map<String, String> PASSWORDS =
            Map.of(
                    "app_password", "app-0123456789abcdef",
                    "migrate_password", "migrate-0123456789abcdef",
                    "platform_password", "platform-0123456789abcdef");

    private static ForeignPostgres postgres;
    private static Server here;
    private static Server there;
    private static Report report;
    private static String code;

    /// The second has a copy of the first one's keys; what they are told afterwards is of no account here.
    @BeforeAll
    static void start() throws Exception {
        postgres = ForeignPostgres.start(FOLDER.resolve("postgres"), "-k").withRoles(PASSWORDS);
        here = server("here");
        here.start();
        report = new Report(UUID.randomUUID(), "He shut the door behind her", Project.SECOND);
        try (Teller teller = new Teller(here.port())) {
            code = teller.tell(report);
        }
        there = server("there");
        copy(here.data(), there.data());
        there.start();
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
        postgres.close();
    }

    private static Server server(String name) throws IOException {
        return new Server(FOLDER.resolve(name), "demo")
                .environment("DIOGEL_DATABASE_URL", postgres.url())
                .environment("DIOGEL_DATABASE_APP_PASSWORD", PASSWORDS.get("app_password"))
                .environment("DIOGEL_DATABASE_MIGRATE_PASSWORD", PASSWORDS.get("migrate_password"))
                .environment("DIOGEL_DATABASE_PLATFORM_PASSWORD", PASSWORDS.get("platform_password"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Test
    void aSuspendedAccountIsOutEverywhere() throws Exception {
        try (Visitor alun = signIn(here, "alun@lantern.invalid", "ALUNANNWIRDEMODIOGELDIOGELDIOGEL");
                Visitor tomos = signIn(there, "tomos@beacon.invalid", "TOMOSTYBIEDIGDEMODIOGELDIOGELDIO")) {
            assertThat(tomos.get("/messages").status()).isEqualTo(200);
            String id = one("SELECT id FROM account.account WHERE name = 'Tomos Tybiedig'");
            post(alun, "/people/" + id + "/suspend", Map.of());
            long since = System.nanoTime();
            Answer next = tomos.get("/messages");
            assertThat(System.nanoTime() - since).isLessThan(A_SECOND);
            assertThat(next.status()).isEqualTo(303);
            assertThat(next.location()).startsWith("/sign-in?to=");
            assertThat(one("SELECT count(*) FROM platform.spring_session WHERE principal_name = '" + id + "'"))
                    .as("sessions left")
                    .isEqualTo("0");
        }
    }

    @Test
    void signingOutEverywhereReachesEveryServer() throws Exception {
        String totp = "SIONEDSTORIOLDEMODIOGELDIOGELDIO";
        try (Visitor one = signIn(here, "sioned@lantern.invalid", totp);
                Visitor other = signIn(there, "sioned@lantern.invalid", totp)) {
            assertThat(other.get("/queue").status()).isEqualTo(200);
            post(one, "/account/sign-out-everywhere", Map.of());
            assertThat(other.get("/queue").location()).startsWith("/sign-in?to=");
        }
    }

    @Test
    void whoeverIsKeptOutReadsNoFurther() throws Exception {
        try (Visitor ffion = signIn(here, "ffion@lantern.invalid", "FFIONFFUGLENDEMODIOGELDIOGELDIOG");
                Visitor dewi = signIn(there, "dewi@lantern.invalid", "DEWIDYCHMYGOLDEMODIOGELDIOGELDIO")) {
            String other =
                    one(
                            "SELECT id FROM report.report WHERE state = 'SENT' AND send_key <> '" + report.key()
                                    + "' AND agency = (SELECT id FROM access.agency WHERE name LIKE '%Lantern%') LIMIT 1");
            String page = "/queue/" + other;
            assertThat(dewi.get(page).status()).isEqualTo(200);
            String id = one("SELECT id FROM account.account WHERE name = 'Dewi Dychmygol'");
            post(ffion, page + "/kept-out", Map.of("party", List.of(id), "why", List.of("tie")));
            long since = System.nanoTime();
            assertThat(dewi.get(page).status()).isEqualTo(404);
            assertThat(System.nanoTime() - since).isLessThan(A_SECOND);
            assertThat(dewi.get("/queue").text()).doesNotContain(page);
        }
    }

    @Test
    void whenAProtocolEndsNothingOfTheOtherIsRead() throws Exception {
        try (Visitor dilys = signIn(here, "dilys@lantern.invalid", "DILYSDYFALIADDEMODIOGELDIOGELDIO");
                Visitor rhian = signIn(there, "rhian@council.invalid", "RHIANRHAMANTDEMODIOGELDIOGELDIOG")) {
            String warning =
                    rhian.get("/messages").page().select("a[href^=/messages/]").attr("href");
            assertThat(rhian.get(warning).status()).isEqualTo(200);
            String protocol =
                    one("SELECT protocol FROM access.cover WHERE purpose = 'CHECKS' AND ends > now() LIMIT 1");
            String version = dilys.get("/protocols/" + protocol + "/end").fields().get("version").getFirst();
            post(
                    dilys,
                    "/protocols/" + protocol + "/end",
                    Map.of("why", List.of("It is no longer wanted"), "version", List.of(version)));
            long since = System.nanoTime();
            assertThat(rhian.get(warning).status()).isEqualTo(404);
            assertThat(System.nanoTime() - since).isLessThan(A_SECOND);
            assertThat(rhian.get("/messages").text()).doesNotContain(warning);
        }
    }

    /// The page from which a warning is published is open at one server; she stops all sharing at the other.
    @Test
    void whatSheTakesBackIsNotPublishedFromAnOpenPage() throws Exception {
        String id = one("SELECT id FROM report.report WHERE send_key = '" + report.key() + "'");
        try (Visitor ffion = signIn(here, "ffion@lantern.invalid", "FFIONFFUGLENDEMODIOGELDIOGELDIOG");
                Visitor dewi = signIn(there, "dewi@lantern.invalid", "DEWIDYCHMYGOLDEMODIOGELDIOGELDIO");
                Teller her = new Teller(here.port())) {
            Answer begun = post(ffion, "/queue/" + id + "/warning", Map.of());
            String warning = begun.location().replaceFirst("[?#].*", "");
            Map<String, List<String>> written = ffion.get(warning).fields();
            written.put("kinds", List.of("robbery"));
            written.put("regions", List.of("SOUTH_WALES"));
            written.put("audience", List.of("all"));
            written.put("description.en", List.of("Tall, teal coat"));
            written.put("description.cy", List.of("Tal, côt wyrddlas"));
            written.put("do", List.of("propose"));
            assertThat(ffion.post(warning, written).status()).isEqualTo(303);
            Map<String, List<String>> open =
                    dewi.get(warning).fields("form[action=" + warning + "/publish]");
            her.reference(code);
            assertThat(her.visitor.post("/receipt/stop", her.fields()).status()).isEqualTo(303);
            long since = System.nanoTime();
            Answer refused = dewi.post(warning + "/publish", open);
            assertThat(System.nanoTime() - since).isLessThan(A_SECOND);
            assertThat(refused.status()).isIn(404, 409, 422);
            assertThat(one("SELECT state FROM alert.alert WHERE report = '" + id + "'"))
                    .isNotEqualTo("PUBLISHED");
        }
    }

    private static Answer post(Visitor visitor, String path, Map<String, List<String>> more) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>(more);
        fields.put("_csrf", visitor.get("/code").fields().get("_csrf"));
        Answer answer = visitor.post(path, fields);
        assertThat(answer.status()).as(path + " " + answer.page().select(".govuk-error-summary").text()).isEqualTo(303);
        return answer;
    }

    /// A code counts once; tests sign in more than twice a minute.
    private static Visitor signIn(Server server, String email, String totp) throws Exception {
        try (Connection superuser = postgres.superuser("diogel");
                var sql = superuser.createStatement()) {
            sql.execute("UPDATE account.credential SET last_step = 0");
        }
        return Staff.signIn(new Visitor(server.port()), email, PASSWORD, totp);
    }

    private static String one(String query) throws Exception {
        try (Connection superuser = postgres.superuser("diogel");
                var sql = superuser.createStatement();
                var row = sql.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }
}
