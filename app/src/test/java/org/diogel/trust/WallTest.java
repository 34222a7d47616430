package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.KeptOut;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.KeepingOut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The wall in the database, without a line of the application before it: for every table and every
/// actor, the rows that are seen are exactly those that may be. TRUST §5 A7.
@WebTest
class WallTest {

    /// Tables the runtime role may not even ask.
    private static final Set<String> CLOSED = Set.of("context.signing", "context.installation");

    /// Whose rows another agency may see: names, protocols, and warnings that were published for it.
    private static final Set<String> SHARED =
            Set.of("access.agency", "access.desk", "access.cover", "alert.alert", "alert.content",
                    "checker.entry", "liaison.receiver", "protocol.party", "protocol.event");

    /// Policies whose rows are everybody's anyhow, and two that stand behind others which refuse the same:
    /// whoever is kept out has lost the grant and the warning already.
    private static final Set<String> ALIKE =
            Set.of(
                    "access.agency names_are_public",
                    "access.cover protocols_are_public",
                    "access.desk desks_are_public",
                    "access.desk made_by_set_up",
                    "checker.entry kept_out",
                    "consent.recipient known_to_all",
                    "consent.words known_to_all",
                    "liaison.package kept_out");

    @Autowired private ApplicationContext app;
    @Autowired private Jobs jobs;

    private static Project one;
    private static Project two;

    /// Background work would change rows between two looks.
    @BeforeEach
    void projects() throws Exception {
        jobs.stop();
        if (one == null) {
            one = Project.make(app, "Project One", Region.SOUTH_WALES);
            two = Project.make(app, "Project Two", Region.GWENT);
            // Of a report whose warning everybody may see that it was taken back.
            one.as(
                    Role.MODERATOR,
                    () -> {
                        app.getBean(KeepingOut.class)
                                .keepOut(
                                        one.reports().get("withdrawn").report(),
                                        one.staff().with(Role.MEMBER).account().id().value(),
                                        KeptOut.Why.TIE);
                        return true;
                    });
        }
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void everyActorSeesExactlyItsRowsOfEveryTable() throws Exception {
        assertThat(differences(tables())).isEmpty();
    }

    private static Map<String, String> differences(List<String> tables) throws SQLException {
        WallRules rules = WallRules.of(tables);
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        int seen = 0;
        for (Map.Entry<String, Actor> actor : actors().entrySet()) {
            Map<String, List<Map<String, Object>>> all = Rows.seenBy(actor.getValue(), tables);
            for (String table : tables) {
                List<Map<String, Object>> expected =
                        rules.everything().get(table).stream()
                                .filter(row -> rules.sees(actor.getValue(), table, row))
                                .toList();
                List<Map<String, Object>> got = all.get(table);
                compared++;
                seen += got.size();
                if (!got.equals(expected)) {
                    differences.put(
                            actor.getKey() + " at " + table,
                            got.size() + " rows instead of " + expected.size());
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
        assertThat(seen).isGreaterThan(1_000);
        return differences;
    }

    @Test
    void noRowOfAnotherAgencyIsSeen() throws Exception {
        List<String> tables = tables();
        WallRules rules = WallRules.of(tables);
        List<String> leaks = new ArrayList<>();
        for (Project project : List.of(one, two)) {
            String own = project.staff().agency().id().toString();
            for (Map.Entry<Role, Actor.Person> actor : project.actors().entrySet()) {
                // She makes accounts for every agency, and mends deliveries without what they say.
                if (actor.getKey() == Role.ADMINISTRATOR) {
                    continue;
                }
                Rows.seenBy(actor.getValue(), tables)
                        .forEach(
                                (table, rows) ->
                                        rows.stream()
                                                .filter(row -> !SHARED.contains(table))
                                                .map(row -> rules.owner(table, row))
                                                .filter(owner -> owner != null && !owner.equals(own))
                                                .forEach(_ -> leaks.add(actor.getKey() + " at " + table)));
            }
        }
        assertThat(leaks).isEmpty();
    }

    /// The control: each policy in turn is made to let every row through, and somebody sees a row that is
    /// not theirs. One of many; with `-Ddiogel.deep=true` each.
    @Test
    void everyPolicyThatIsTakenAwayIsMissed() throws Exception {
        WallRules rules = WallRules.of(tables());
        List<Policy> all = policies();
        int every = Boolean.getBoolean("diogel.deep") ? 1 : 12;
        List<String> unseen = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < all.size(); i += every) {
            Policy policy = all.get(i);
            // Of a table without rows nothing is missed.
            if (rules.everything().get(policy.table).isEmpty() || ALIKE.contains(policy.toString())) {
                continue;
            }
            tried++;
            try {
                alter(policy, "(SELECT context.kind()) IS NOT NULL");
                if (!isMissed(rules, policy.table)) {
                    unseen.add(policy.toString());
                }
            } finally {
                alter(policy, policy.using);
            }
        }
        System.out.printf("WallTest: %d of %d policies taken away, %d not missed%n", tried, all.size(), unseen.size());
        assertThat(unseen).isEmpty();
        assertThat(tried).isGreaterThan(every == 1 ? 60 : 5);
    }

    private record Policy(String table, String name, String using) {
        @Override
        public String toString() {
            return table + " " + name;
        }
    }

    /// Those of the owner are left out: only its own functions are asked them, and nobody who signs in.
    private static List<Policy> policies() throws SQLException {
        List<Policy> all = new ArrayList<>();
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement();
                var rows =
                        sql.executeQuery(
                                """
                                SELECT schemaname || '.' || tablename, policyname, qual FROM pg_policies
                                 WHERE cmd IN ('SELECT', 'ALL') AND qual <> 'true'
                                   AND roles <> '{diogel_owner}'
                                   AND schemaname NOT IN ('platform', 'context') ORDER BY 1, 2
                                """)) {
            while (rows.next()) {
                all.add(new Policy(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return all;
    }

    private static void alter(Policy policy, String using) throws SQLException {
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute("ALTER POLICY \"" + policy.name + "\" ON " + policy.table + " USING (" + using + ")");
        }
    }

    private static boolean isMissed(WallRules rules, String table) throws SQLException {
        for (Actor actor : actors().values()) {
            List<Map<String, Object>> expected =
                    rules.everything().get(table).stream().filter(row -> rules.sees(actor, table, row)).toList();
            if (!Rows.seenBy(actor, List.of(table)).get(table).equals(expected)) {
                return true;
            }
        }
        return false;
    }

    /// Where there is a row to hide, there is an error to see; an empty table has nothing to refuse.
    @Test
    void withoutAContextEveryTableRaises() throws Exception {
        int raised = 0;
        for (String table : tables()) {
            if (Rows.all(table).isEmpty()) {
                continue;
            }
            raised++;
            try (var connection = Rows.app();
                    var sql = connection.createStatement()) {
                assertThatThrownBy(() -> sql.executeQuery("SELECT 1 FROM " + table))
                        .as(table)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
        assertThat(raised).isGreaterThan(15);
    }

    @Test
    void whatNobodyMayAskIsClosed() throws Exception {
        List<String> closed = new ArrayList<>(CLOSED);
        try (var superuser = TestDatabase.superuser()) {
            Dump.tables(superuser).stream().filter(t -> t.startsWith("platform.")).forEach(closed::add);
        }
        for (String table : closed) {
            assertThatThrownBy(() -> Rows.seenBy(new Actor.Task("set-up"), List.of(table)))
                    .as(table)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static List<String> tables() throws SQLException {
        try (var superuser = TestDatabase.superuser()) {
            return Dump.tables(superuser).stream()
                    .filter(t -> !t.startsWith("platform.") && !CLOSED.contains(t))
                    .toList();
        }
    }

    /// Everybody there is: each role of both agencies, holders of several reports with and without
    /// the second secret, a stranger, and the system's own tasks.
    private static Map<String, Actor> actors() {
        Map<String, Actor> actors = new LinkedHashMap<>();
        actors.put("a visitor", new Actor.Anonymous());
        actors.put("the holder of nothing", new Actor.Holder(UUID.randomUUID(), true));
        for (Project project : List.of(one, two)) {
            String name = project.staff().agency().name();
            project.actors().forEach((role, actor) -> actors.put(role + " of " + name, actor));
            for (String report : List.of("draft", "sent", "waiting", "erasing")) {
                UUID id = project.reports().get(report).report().value();
                actors.put(name + "'s " + report + " by code", new Actor.Holder(id, false));
                actors.put(name + "'s " + report + " by both", new Actor.Holder(id, true));
            }
        }
        for (String task :
                List.of(
                        "set-up",
                        "sign-in",
                        "sweep",
                        "sweep-invitations",
                        "sweep-deliveries",
                        "alarm",
                        "desk-news",
                        "opening",
                        "find-code",
                        "outbox",
                        "alert-clock",
                        "checker-watch",
                        "scan-files",
                        "child-found",
                        "liaison-clock",
                        "safeguarding-clock",
                        "requests",
                        "find-request",
                        "copies",
                        "protocols",
                        "sequencer",
                        "checkpoint",
                        "emergencies",
                        "retention",
                        "unknown")) {
            actors.put("task " + task, new Actor.Task(task));
        }
        return actors;
    }
}
