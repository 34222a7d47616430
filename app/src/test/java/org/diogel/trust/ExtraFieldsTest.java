package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.trust.Recorder.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every form of two equal projects is sent; those of the second with a field for every column there is
/// and for what others call them. Nothing of it reaches a row, and both projects stand alike afterwards.
/// TRUST §5 A4.
@WebTest
class ExtraFieldsTest {

    private static final Pattern ENDS = Pattern.compile("/sign-out|/account/sign-out-everywhere|/account/sessions/end|.*/(suspend|invite)");
    private static final Pattern LAST = Pattern.compile(".*(delete|stop|close|throw-away|remove|withdraw|/end|destroyed).*");

    /// Of every agency, of the whole partnership, or of whoever passes by, who has so many tries.
    private static final Pattern OTHERS =
            Pattern.compile("/(people/|areas|texts/|ask|code|tell|sign-in|receivers|deliveries).*");
    private static final String EVIL = "EVILVALUE";

    /// What others call them.
    private static final List<String> GUESSED =
            List.of(
                    "agencyId", "agency", "role", "roles", "status", "state", "consent", "consents", "consented",
                    "consentGiven", "ownerId", "owner", "id", "by", "approvedBy", "approved", "createdBy", "userId",
                    "account", "accountId", "isAdmin", "admin", "enabled", "version_", "publishedAt", "everyone");

    /// These mean something by themselves, on every form.
    private static final Set<String> MEANT = Set.of("lang", "_csrf", "do", "version", "whose", "again", "held");

    @Autowired private ApplicationContext app;
    @Autowired private Jobs jobs;
    @LocalServerPort private int port;

    private final UUID evil = UUID.randomUUID();
    private final Set<String> used = new TreeSet<>();
    private Map<String, List<Integer>> answers = new TreeMap<>();

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void noFieldThatIsNotOnTheFormIsTaken() throws Exception {
        jobs.stop();
        Project plain = Project.make(app, "Plain Form Agency", Region.SOUTH_WALES);
        Project more = Project.make(app, "Extra Form Agency", Region.GWENT);
        MatrixWorld.run("DELETE FROM access.cover");
        TestPeople people = new TestPeople(app);
        String agency = people.agency("Agency Nobody Chose").toString();
        // Whoever has to choose one takes the last of the list.
        for (int i = 0; i < 5; i++) {
            people.agency("Zero Agency " + i);
        }
        Map<String, Integer> before = rowsWith(agency);
        Map<String, String> extra = extra(agency);
        Map<String, List<Integer>> without = sendAll(plain, Map.of());
        Map<String, List<Integer>> with = sendAll(more, extra);
        long taken = with.values().stream().flatMap(List::stream).filter(status -> status == 303).count();
        System.out.printf(
                "ExtraFieldsTest: %d extra fields on %d forms, %d of them taken%n",
                extra.size(), used.size(), taken);
        assertThat(extra).hasSizeGreaterThan(200);
        assertThat(with).as("what each form was answered with").isEqualTo(without);
        assertThat(taken).as("forms that were taken").isGreaterThan(25);
        assertThat(rowsWith(EVIL)).as("rows with a value nobody was asked for").isEmpty();
        assertThat(rowsWith(evil.toString())).isEmpty();
        assertThat(rowsWith(agency)).as("rows given to another agency").isEqualTo(before);
        assertThat(standing(more)).isEqualTo(standing(plain));
    }

    /// One field for each column there is, as the database and as Java would write it, and the guesses.
    private Map<String, String> extra(String agency) throws Exception {
        Map<String, String> extra = new LinkedHashMap<>();
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement();
                var rows =
                        sql.executeQuery(
                                """
                                SELECT column_name, min(data_type) FROM information_schema.columns
                                 WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'platform', 'context')
                                 GROUP BY 1 ORDER BY 1
                                """)) {
            while (rows.next()) {
                String value = value(rows.getString(1), rows.getString(2), agency);
                extra.put(rows.getString(1), value);
                extra.put(camel(rows.getString(1)), value);
            }
        }
        GUESSED.forEach(name -> extra.putIfAbsent(name, value(name, name.endsWith("d") ? "uuid" : "text", agency)));
        extra.keySet().removeAll(MEANT);
        return extra;
    }

    private String value(String name, String type, String agency) {
        if (name.startsWith("agency")) {
            return agency;
        }
        if (name.startsWith("role")) {
            return Role.ADMINISTRATOR.name();
        }
        return switch (type) {
            case "uuid" -> evil.toString();
            case "boolean" -> "true";
            case "integer", "bigint", "smallint" -> "987654";
            default -> name.equals("status") || name.equals("state") ? "PUBLISHED" : EVIL;
        };
    }

    private static String camel(String column) {
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    private Map<String, List<Integer>> sendAll(Project project, Map<String, String> extra) throws Exception {
        answers = new TreeMap<>();
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                visitors.put(role.name(), project.staff().signIn(port, role));
            }
        }
        visitors.put("holder", Holders.come(port, project, "given"));
        visitors.put("ADMINISTRATOR", project.staff().signIn(port, Role.ADMINISTRATOR));
        for (Map.Entry<String, Visitor> visitor : visitors.entrySet()) {
            Recorder recorder = new Recorder();
            recorder.walk(visitor.getValue(), visitor.getKey().equals("holder") ? "/receipt" : "/home");
            List<Sent> forms = new ArrayList<>(recorder.sent);
            forms.removeIf(one -> one.method().equals("GET") || ENDS.matcher(one.path()).matches());
            forms.removeIf(one -> OTHERS.matcher(one.path()).matches());
            forms.sort(Comparator.comparing(one -> LAST.matcher(one.path()).matches()));
            List<String> token = visitor.getValue().get("/code").fields().get("_csrf");
            for (Sent one : forms) {
                send(visitor.getValue(), one, extra, token);
            }
            visitor.getValue().close();
        }
        return answers;
    }

    private void send(Visitor visitor, Sent one, Map<String, String> extra, List<String> token) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>(one.fields());
        Set<String> asked = new LinkedHashSet<>(fields.keySet());
        extra.forEach((name, value) -> {
            if (!asked.contains(name)) {
                fields.put(name, List.of(value));
            }
        });
        fields.put("_csrf", token);
        Answer answer = visitor.post(one.path(), fields);
        String form = one.path().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*");
        used.add(form);
        answers.computeIfAbsent(form, _ -> new ArrayList<>()).add(answer.status());
        assertThat(answer.status()).as(one.path()).isLessThan(500).isNotEqualTo(400).isNotEqualTo(403);
    }

    /// How many rows of each table hold that text.
    private static Map<String, Integer> rowsWith(String text) throws Exception {
        Map<String, Integer> tables = new TreeMap<>();
        for (String table : Owned.tables()) {
            int rows = (int) Rows.all(table).stream().filter(row -> row.toString().contains(text)).count();
            if (rows > 0) {
                tables.put(table, rows);
            }
        }
        return tables;
    }

    /// How often each word stands in each column of what is this project's: states, kinds, choices.
    private static Map<String, Integer> standing(Project project) throws Exception {
        Map<String, Integer> standing = new TreeMap<>();
        WallRules rules = WallRules.of(Owned.tables());
        String own = project.staff().agency().id().toString();
        rules.everything().forEach((table, rows) -> {
            for (Map<String, Object> row : rows) {
                if (!table.startsWith("audit.") && own.equals(rules.owner(table, row))) {
                    row.forEach((column, value) -> {
                        String word = String.valueOf(value).replaceAll("(?i)gwent|south.wales", "REGION");
                        // A reference is drawn by lot.
                        if (!column.equals("reference") && word.matches("[\\[\\]A-Za-z, -]{1,40}")) {
                            standing.merge(table + "." + column + " " + word, 1, Integer::sum);
                        }
                    });
                }
            }
        });
        return standing;
    }
}
