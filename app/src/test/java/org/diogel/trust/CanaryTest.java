package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.diogel.evidence.TestFiles;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two hundred secrets go through every journey, right and wrong, with the database there and gone;
/// afterwards none of them is in anything that was written. TRUST §5 F4.
class CanaryTest {

    private static final List<String> STEPS =
            List.of("now", "who", "sharing", "what", "when", "where", "words", "them", "looks",
                    "reach", "vehicle", "kept", "support", "contact", "about");

    private static Server server;

    private final Canaries canaries = new Canaries(2_026);
    private final Filling filling = new Filling(canaries);

    @BeforeAll
    static void start() throws Exception {
        server = new Server(Path.of("target", "trust", "canary"), "demo").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothingThatAnybodyTypedIsLeftReadable() throws Exception {
        for (int i = 0; i < 5; i++) {
            tell(List.of("members"), _ -> {});
        }
        Exports exports = new Exports(canaries);
        tell(Exports.recipients(), exports::promised);
        Visitor dewi = signIn("dewi@lantern.invalid");
        exports.passOn(dewi);
        exports.take(signIn("heledd@force.invalid"));
        outbox();
        ask();
        answer(dewi);
        mistype();
        loseTheDatabase();
        assertThat(canaries.all()).hasSizeGreaterThanOrEqualTo(200);

        Needles needles = new Needles();
        canaries.all().forEach(needles::add);
        assertThat(needles.size()).isGreaterThanOrEqualTo(200);
        List<Needles.Hit> hits = new ArrayList<>(inTables(needles));
        assertThat(server.run("backup", server.folder.resolve("backup").toString())).isZero();
        server.terminate();
        hits.addAll(inFiles(needles));
        assertThat(hits).isEmpty();
        theSearchFindsWhatIsThere(needles);
    }

    /// The control: one secret in the log, and one hidden in a temporary file.
    private void theSearchFindsWhatIsThere(Needles needles) throws IOException {
        String secret = canaries.all().getFirst();
        Files.writeString(
                server.data().resolve("log/postgres-Mon.log"), "ERROR: " + secret + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        byte[] hidden = ("x" + canaries.all().getLast()).getBytes(StandardCharsets.UTF_8);
        Files.writeString(
                server.tmp().resolve("upload_1.tmp"), Base64.getEncoder().encodeToString(hidden));
        assertThat(inFiles(needles))
                .extracting(Needles.Hit::secret)
                .contains(secret, canaries.all().getLast());
    }

    private static List<Needles.Hit> inTables(Needles needles) throws Exception {
        List<Needles.Hit> hits = new ArrayList<>();
        try (var superuser = server.superuser()) {
            for (String table : Dump.tables(superuser)) {
                hits.addAll(needles.in(Dump.copy(superuser, table), table));
            }
        }
        return hits;
    }

    /// Data folder (tables, write-ahead log, database's log, keys), temporary folder, what was said on
    /// the terminal, the backup.
    private static List<Needles.Hit> inFiles(Needles needles) throws IOException {
        return needles.below(server.folder).stream()
                .filter(hit -> !hit.place().startsWith("data/programs/"))
                .toList();
    }

    /// Somebody asks what is held about them, comes back and adds something.
    private void ask() throws Exception {
        try (Visitor visitor = new Visitor(server.port())) {
            Map<String, List<String>> asked =
                    new LinkedHashMap<>(filling.fill(visitor.get("/ask"), "form#form"));
            asked.put("reach", List.of(canaries.email()));
            Answer sent = visitor.post("/ask", asked);
            assertThat(sent.status()).isEqualTo(200);
            String code = canaries.keep(sent.page().select(".diogel-code").text());
            Map<String, List<String>> back =
                    new LinkedHashMap<>(visitor.get("/ask/code").fields("form#form"));
            back.put("code", List.of(code));
            Answer status = visitor.post("/ask/code", back);
            assertThat(visitor.post("/ask/add", filling.fill(status, "form#form")).status())
                    .isEqualTo(200);
        }
    }

    /// In the demonstration this page is where every message ends.
    private void outbox() throws Exception {
        try (Visitor anybody = new Visitor(server.port())) {
            Needles needles = new Needles();
            canaries.all().forEach(needles::add);
            assertThat(needles.in(anybody.get("/outbox").body(), "the outbox")).isEmpty();
        }
    }

    private void tell(List<String> sharing, Consumer<Answer> promised) throws Exception {
        try (Teller teller = new Teller(server.port())) {
            Visitor visitor = teller.visitor;
            Map<String, List<String>> said = new LinkedHashMap<>();
            visitor.post("/tell", teller.fields());
            for (String step : STEPS) {
                Answer page = visitor.get("/tell/" + step);
                Map<String, List<String>> typed = filling.fill(page, "form#form");
                typed.computeIfPresent("sharing", (_, _) -> sharing);
                said.putAll(typed);
                Answer kept = visitor.post("/tell/" + step, typed);
                assertThat(kept.status()).as(step + ": " + kept.page().select(".govuk-error-message").text()).isEqualTo(303);
            }
            send(visitor, "/tell/files/add");
            Answer last = visitor.get("/tell/check");
            promised.accept(last);
            Map<String, List<String>> check = filling.fill(last, "form#form");
            check.put("sharing", sharing);
            assertThat(visitor.post("/tell/check", check).status()).isEqualTo(303);
            String code = canaries.keep(teller.acknowledged());
            try (Teller later = new Teller(server.port())) {
                later.reference(code.toLowerCase());
                assertThat(later.told(check.get("second").getFirst()))
                        .contains(said.get("words").getFirst());
                Answer add = later.visitor.get("/receipt/add");
                later.visitor.post("/receipt/add", filling.fill(add, "form#form"));
                send(later.visitor, "/receipt/files/add");
                later.visitor.get("/receipt");
                later.visitor.get("/receipt/told");
            }
        }
    }

    /// A photograph, a note and a film with secrets in their bytes and names; one with more behind it
    /// than may be there; one that may show a child; one that is cut off. Nothing is written of any of
    /// them on the way, not even for a moment.
    private void send(Visitor visitor, String path) throws Exception {
        try (Written written = new Written(server.tmp())) {
            Answer ask = visitor.get(path);
            byte[] secret = canaries.narrative().getBytes(StandardCharsets.UTF_8);
            for (byte[] file :
                    List.of(
                            TestFiles.joinedPhotograph(secret),
                            secret,
                            TestFiles.joinedPhotograph(("<script>" + canaries.narrative()).getBytes(StandardCharsets.UTF_8)))) {
                Map<String, List<String>> fields = filling.fill(ask, "form#form");
                visitor.upload(path, fields, canaries.name() + ".jpg", file);
            }
            Map<String, List<String>> withheld = filling.fill(ask, "form#form");
            withheld.put("words", List.of(canaries.narrative()));
            withheld.put("child", List.of("unsure"));
            assertThat(visitor.upload(path, filling.fill(ask, "form#form"), "a.txt", secret).status()).isEqualTo(303);
            withheld.put("_csrf", List.of("wrong"));
            visitor.upload(path, withheld, canaries.name(), secret);
            assertThat(written.names()).as("files made, even for a moment, by an upload").isEmpty();
        }
    }

    /// The desk reads, answers, writes a warning and publishes it; a member reads it.
    private void answer(Visitor dewi) throws Exception {
        Visitor ffion = signIn("ffion@lantern.invalid");
        Answer queue = ffion.get("/queue");
        List<String> items =
                queue.page().select("a[href^=/queue/]").eachAttr("href").stream().distinct().toList();
        assertThat(items).hasSizeGreaterThanOrEqualTo(5);
        int warnings = 0;
        for (String item : items) {
            form(ffion, item + "/original");
            form(ffion, item + "/message");
            for (String file : ffion.get(item + "/files").page().select("main a[href*=/files/]").eachAttr("href")) {
                form(ffion, file);
            }
            Answer page = ffion.get(item);
            Element warn = page.page().selectFirst("form[action$=/warning]");
            if (warn != null) {
                warnings += warn(ffion, dewi, ffion.post(warn.attr("action"), page.fields("form[action$=/warning]")));
            }
            form(ffion, item + "/close");
        }
        assertThat(warnings).isPositive();
        Visitor mali = signIn("mali@harbour.invalid");
        for (String message : mali.get("/messages").page().select("a[href^=/messages/]").eachAttr("href")) {
            mali.get(message);
        }
    }

    private int warn(Visitor writer, Visitor second, Answer started) throws IOException {
        if (started.status() != 303) {
            return 0;
        }
        String path = started.location();
        Answer page = writer.get(path);
        if (page.page().selectFirst("form#form") == null) {
            return 0;
        }
        // The first is told what is wrong, the second raises flags, the third gives a reason for each.
        for (int i = 0; i < 3 && page.page().selectFirst("form#form") != null; i++) {
            Map<String, List<String>> fields = filling.fill(page, "form#form");
            fields.put("do", List.of("propose"));
            if (i > 0) {
                fields.put("names", List.of("Somebody"));
                fields.put("phone", List.of("0123"));
                fields.put("email", List.of("so…@mail.invalid"));
                fields.put("vehicle", List.of("QI00…"));
            }
            page = writer.follow(writer.post(path, fields));
        }
        Answer proposed = second.get(path);
        Element publish = proposed.page().selectFirst("form[action$=/publish]");
        if (publish == null) {
            form(writer, path + "/withdraw");
            return 0;
        }
        second.post(publish.attr("action"), proposed.fields("form[action$=/publish]"));
        return 1;
    }

    private void form(Visitor visitor, String path) throws IOException {
        Answer page = visitor.get(path);
        if (page.status() == 200 && page.page().selectFirst("form#form") != null) {
            visitor.follow(visitor.post(path, filling.fill(page, "form#form")));
        }
    }

    /// Secrets where they do not belong.
    private void mistype() throws Exception {
        try (Teller teller = new Teller(server.port())) {
            Visitor visitor = teller.visitor;
            for (String wrong : List.of(canaries.code(), canaries.phone(), canaries.narrative(), canaries.secret())) {
                Map<String, List<String>> fields = teller.fields();
                fields.put("code", List.of(wrong));
                visitor.post("/code", fields);
            }
            Map<String, List<String>> signIn = teller.fields();
            signIn.put("email", List.of(canaries.email()));
            signIn.put("password", List.of(canaries.secret()));
            visitor.post("/sign-in", signIn);
            signIn.put("email", List.of(canaries.phone()));
            visitor.post("/sign-in", signIn);
            signIn.put("step", List.of(canaries.code()));
            signIn.put("code", List.of(canaries.phone()));
            signIn.put("recovery", List.of(canaries.secret()));
            visitor.post("/sign-in/code", signIn);
            visitor.post("/sign-in/recovery", signIn);
            visitor.post("/tell", teller.fields());
            for (String step : STEPS) {
                Map<String, List<String>> odd = filling.fill(visitor.get("/tell/" + step), "form#form");
                odd.replaceAll((name, values) -> name.startsWith("_") ? values : List.of(canaries.name() + "\u0000" + values.getFirst()));
                odd.put(canaries.name(), List.of("a field that is not there"));
                visitor.post("/tell/" + step, odd);
            }
            everywhere(visitor);
        }
    }

    private void everywhere(Visitor visitor) throws IOException {
        for (String header : List.of("User-Agent", "Referer", "X-Forwarded-For", "Accept-Language", "Cookie", "If-None-Match", "Origin", "X-Diogel")) {
            visitor.send("GET", "/receipt", Map.of(header, canaries.name().replace(' ', '.')), new byte[0]);
        }
        for (String path : List.of("/queue/", "/messages/", "/tell/", "/", "/assets/", "/invitation/", "/warnings/", "/code?code=", "/sign-in?to=", "/health?q=")) {
            visitor.get(path + Visitor.percent(canaries.secret()).replace("+", "%20"));
            visitor.get(path + Visitor.percent(canaries.phone()).replace("+", "%20"));
        }
        String boundary = "b0undary";
        String file =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"words\"; filename=\""
                        + canaries.name() + ".jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        + canaries.narrative().repeat(2_000) + "\r\n--" + boundary + "--\r\n";
        try (Written written = new Written(server.tmp())) {
            for (String path : List.of("/tell/words", "/code", "/sign-in")) {
                visitor.send(
                        "POST", path,
                        Map.of("Content-Type", "multipart/form-data; boundary=" + boundary),
                        file.getBytes(StandardCharsets.UTF_8));
            }
            assertThat(written.names()).as("files made, even for a moment, by an upload").isEmpty();
        }
        visitor.send(
                "POST", "/tell/words", Map.of("Content-Type", "application/json"),
                ("{\"words\": \"" + canaries.narrative() + "\"").getBytes(StandardCharsets.UTF_8));
        visitor.send(
                "POST", "/tell/words", Map.of("Content-Type", "application/x-www-form-urlencoded"),
                ("words=" + canaries.secret() + "%ZZ").getBytes(StandardCharsets.UTF_8));
    }

    /// Everything again while the database is killed as often as it comes back.
    private void loseTheDatabase() throws Exception {
        Visitor ffion = signIn("sioned@lantern.invalid");
        try (Teller teller = new Teller(server.port())) {
            teller.visitor.post("/tell", teller.fields());
            Map<String, Map<String, List<String>>> pages = new LinkedHashMap<>();
            for (String step : List.of("words", "reach", "contact")) {
                pages.put(step, filling.fill(teller.visitor.get("/tell/" + step), "form#form"));
            }
            int failed = 0;
            try (Outage outage = new Outage(server)) {
                for (Map.Entry<String, Map<String, List<String>>> page : pages.entrySet()) {
                    Answer answer = teller.visitor.post("/tell/" + page.getKey(), page.getValue());
                    failed += answer.status() >= 500 ? 1 : 0;
                }
                Map<String, List<String>> code = teller.fields();
                code.put("code", List.of(canaries.code()));
                teller.visitor.post("/code", code);
                ffion.get("/queue/" + Visitor.percent(canaries.secret()));
            }
            assertThat(server.isUpWithin(30)).isTrue();
            assertThat(failed).as("answers while the database was gone").isPositive();
        }
    }

    private static Visitor signIn(String email) throws Exception {
        Visitor visitor = new Visitor(server.port());
        Answer people = visitor.get("/demo");
        String password = people.page().select("code").first().text();
        Element one =
                people.page().select("p:contains(" + email + ")").first();
        var fields = visitor.get("/sign-in").fields();
        fields.put("email", List.of(email));
        fields.put("password", List.of(password));
        Answer step = visitor.post("/sign-in", fields);
        var again = step.fields();
        again.put("code", List.of(one.select("code").text().replace(" ", "")));
        Answer in = visitor.post("/sign-in/code", again);
        assertThat(in.status()).as(in.page().text()).isEqualTo(303);
        return visitor;
    }
}
