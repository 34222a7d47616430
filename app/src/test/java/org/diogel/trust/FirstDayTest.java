package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.account.OneTimeCodes;
import org.diogel.trust.Teller.Report;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// The first day of a real Diogel, as docs/guides/running.md tells it: nothing is made up, nobody is
/// there, and at the end a report is sent and read.
class FirstDayTest {

    private static final String PASSWORD = "pedwar ceffyl glas ar y bont";

    @Test
    void fromTheKeysToTheFirstReportThatIsRead() throws Exception {
        Path folder = Path.of("target", "trust", "first-day");
        Server server = new Server(folder, "serve");
        Path ring = Files.createDirectories(server.folder.resolve("ring")).resolve("diogel.keys");
        server.environment("DIOGEL_KEYS", ring.toString());
        try (server) {
            server.ask("keys", "init");
            mailNeedsAnAddressAndASender(server);
            // Without a mail server the administrator is shown the links.
            server.without("SPRING_MAIL_HOST").start();
            nobodyCanBegin(server);
            assertThat(server.announced())
                    .contains("No project answers everywhere: choose one for “Anywhere else”")
                    .contains("Neither the English nor the Welsh texts are approved");

            Visitor administrator = new Visitor(server.port());
            String printed =
                    server.ask(
                            "invite", "--administrator", "Ann Prawf", "--agency", "First Project",
                            "--data", server.data().toString());
            assertThat(printed).startsWith("https://messages.example.invalid/invitation/");
            join(administrator, printed.lines().findFirst().orElseThrow(), "ann@people.invalid");

            chooseDesk(administrator, "First Project");
            assertThat(missing(administrator))
                    .containsExactly(
                            "First Project has no safeguarding lead who can sign in: invite one under"
                                    + " People.",
                            "First Project has no moderator who can sign in: invite one under"
                                    + " People.",
                            "Neither the English nor the Welsh texts are approved: let a named"
                                    + " reviewer read them under Languages.");
            Visitor lead = new Visitor(server.port());
            join(lead, invite(administrator, "lead@people.invalid", "SAFEGUARDING_LEAD"), "");
            Visitor moderator = new Visitor(server.port());
            String link = invite(administrator, "mod@people.invalid", "MODERATOR");
            confirm(lead);
            join(moderator, link, "");
            nobodyCanBegin(server);
            approve(administrator, "en");
            assertThat(missing(administrator)).isEmpty();
            aLanguageIsHiddenUntilItIsApproved(server, administrator);

            Report report = new Report(UUID.randomUUID(), "What happened on the first day", "");
            try (Teller teller = new Teller(server.port())) {
                teller.write(report);
                suspend(administrator, "Safeguarding lead");
                Thread.sleep(6_000);
                nobodyCanBegin(server);
                // Whoever has begun is not locked out of what she wrote.
                teller.send(report);
            }
            read(moderator, report.words());
            lead.close();
            moderator.close();
            administrator.close();
        }
    }

    /// A mail server that would not answer is enough: what would be sent must lead somewhere.
    private static void mailNeedsAnAddressAndASender(Server server) throws Exception {
        server.environment("SPRING_MAIL_HOST", "127.0.0.1").environment("SPRING_MAIL_PORT", "1");
        refused(server, "Mails would lead nowhere: set DIOGEL_ADDRESS");
        server.environment("DIOGEL_ADDRESS", "https://messages.example.invalid");
        refused(server, "Set DIOGEL_MESSAGES_FROM");
        server.environment("DIOGEL_MESSAGES_FROM", "messages@example.invalid");
    }

    private static void refused(Server server, String sentence) throws Exception {
        assertThat(server.startToEnd()).isEqualTo(2);
        assertThat(server.said().strip().lines().toList().getLast()).startsWith(sentence);
    }

    private static void nobodyCanBegin(Server server) throws IOException {
        try (Visitor visitor = new Visitor(server.port())) {
            Answer first = visitor.get("/");
            assertThat(first.status()).isEqualTo(303);
            assertThat(first.location()).isEqualTo("/not-open");
            Answer page = visitor.get("/not-open");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().text()).contains("call 999", "call 111");
            assertThat(page.page().select("main a").eachAttr("href")).contains("/code", "/sign-in");
            assertThat(page.text()).doesNotContain("First Project");
            var fields = visitor.get("/code").fields();
            fields.keySet().retainAll(List.of("_csrf"));
            assertThat(visitor.post("/tell", fields).location()).isEqualTo("/not-open");
        }
    }

    private static void chooseDesk(Visitor administrator, String project) throws IOException {
        Answer page = administrator.get("/areas");
        var fields = page.fields();
        Element option =
                page.page().select("select[name=ANY] option").stream()
                        .filter(o -> o.text().equals(project))
                        .findFirst()
                        .orElseThrow();
        fields.put("ANY", List.of(option.attr("value")));
        assertThat(administrator.post("/areas", fields).location()).isEqualTo("/areas?saved=areas");
    }

    private static List<String> missing(Visitor administrator) throws IOException {
        return administrator.get("/not-open").page().select("main li").eachText();
    }

    private static String invite(Visitor administrator, String email, String role)
            throws IOException {
        Answer page = administrator.get("/people/invite");
        var fields = page.fields();
        fields.put("name", List.of("Somebody Made Up"));
        fields.put("email", List.of(email));
        fields.put(
                "agency",
                List.of(page.page().select("select[name=agency] option").last().attr("value")));
        fields.put("profession", List.of("PROJECT_WORKER"));
        fields.put("roles", List.of(role));
        return administrator.post("/people/invite", fields).page().select("p.diogel-code").text();
    }

    /// A second person says yes to what the administrator was shown.
    private static void confirm(Visitor second) throws IOException {
        Element form =
                second.get("/invitations").page().select("form[action$=/confirm]").first();
        assertThat(
                        second.post(
                                        form.attr("action"),
                                        Map.of(
                                                "_csrf",
                                                List.of(form.select("[name=_csrf]").attr("value"))))
                                .status())
                .isEqualTo(303);
    }

    private static void suspend(Visitor administrator, String role) throws IOException {
        Answer people = administrator.get("/people");
        Element form =
                people.page().select("tr:contains(" + role + ") form[action$=/suspend]").first();
        assertThat(
                        administrator
                                .post(
                                        form.attr("action"),
                                        Map.of(
                                                "_csrf",
                                                List.of(form.select("[name=_csrf]").attr("value"))))
                                .status())
                .isEqualTo(303);
    }

    private static void join(Visitor visitor, String link, String email) throws IOException {
        Map<String, List<String>> fields =
                visitor.get(link.replaceFirst("^https://[^/]+", "")).fields();
        if (!email.isEmpty()) {
            fields.put("email", List.of(email));
        }
        fields.put("password", List.of(PASSWORD));
        Answer code = visitor.post("/invitation", fields);
        String secret = code.page().select("p.diogel-code").text().replace(" ", "");
        var again = code.fields();
        again.put("code", List.of(OneTimeCodes.current(secret, Instant.now())));
        assertThat(visitor.post("/invitation/code", again).text()).contains("Your recovery codes");
    }

    private static void aLanguageIsHiddenUntilItIsApproved(Server server, Visitor administrator)
            throws IOException {
        try (Visitor her = new Visitor(server.port())) {
            her.headers.put("Accept-Language", "ro");
            assertThat(her.get("/?lang=ro").page().selectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(her.get("/").page().select("nav.diogel-language")).isEmpty();
            approve(administrator, "ro");
            assertThat(her.get("/").page().selectFirst("html").attr("lang")).isEqualTo("ro");
            var back = administrator.get("/texts/ro").fields();
            back.put("reviewer", List.of("Nia Enghraifft"));
            assertThat(administrator.post("/texts/ro/take-back", back).status()).isEqualTo(303);
            assertThat(her.get("/").page().selectFirst("html").attr("lang")).isEqualTo("en");
        }
    }

    private static void approve(Visitor administrator, String lang) throws IOException {
        var fields = administrator.get("/texts/" + lang).fields();
        fields.put("reviewer", List.of("Nia Enghraifft"));
        fields.put("read", List.of("yes"));
        assertThat(administrator.post("/texts/" + lang, fields).status()).isEqualTo(303);
    }

    private static void read(Visitor moderator, String words) throws IOException {
        String item =
                moderator.get("/queue").page().select("main a[href^=/queue/]").stream()
                        .map(a -> a.attr("href"))
                        .filter(href -> href.matches("/queue/[0-9a-f-]{36}"))
                        .findFirst()
                        .orElseThrow();
        Answer ask = moderator.get(item + "/original");
        var fields = ask.fields();
        fields.put("purpose", List.of(ask.page().select("[name=purpose]").first().attr("value")));
        Answer original = moderator.post(item + "/original", fields);
        assertThat(moderator.follow(original).page().text()).contains(words);
    }
}
