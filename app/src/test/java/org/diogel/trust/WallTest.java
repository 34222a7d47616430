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
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Region;
import org.diogel.messages.Jobs;
import org.diogel.kernel.Role;
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
                        "unknown")) {
            actors.put("task " + task, new Actor.Task(task));
        }
        return actors;
    }
}
