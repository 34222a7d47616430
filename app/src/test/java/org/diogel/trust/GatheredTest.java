package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.kernel.Subject;
import org.diogel.messages.Jobs;
import org.diogel.report.Ticket;
import org.diogel.subjectaccess.CopyId;
import org.diogel.subjectaccess.TestCopies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A copy reaches every table: a table is gathered, or `not-gathered.csv` says why not; and wherever a row
/// hangs on a report there is a piece in the copy of it.
@WebTest
class GatheredTest {

    /// What may name a report in a row.
    private static final List<String> NAMES = List.of("report", "subject", "origin");

    @Autowired ApplicationContext app;
    @Autowired List<Gathers> gatherers;
    @Autowired Jobs jobs;

    @BeforeEach
    void stop() {
        jobs.stop();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void everyTableIsGatheredOrExcusedAndNoneIsInvented() throws Exception {
        Set<String> gathered = new TreeSet<>();
        for (Subject.Kind kind : Subject.Kind.values()) {
            gatherers.forEach(one -> gathered.addAll(one.tables(kind)));
        }
        Set<String> named = new TreeSet<>(excused());
        assertThat(named).doesNotContainAnyElementsOf(gathered);
        named.addAll(gathered);
        assertThat(named).isEqualTo(new TreeSet<>(tables()));
    }

    @Test
    void whereverARowHangsOnAReportThereIsAPiece() throws Exception {
        Project project = Project.make(app, "Project Gathered", Region.SOUTH_WALES);
        Set<String> excused = excused();
        List<String> missing = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Map.Entry<String, Ticket> one : project.reports().entrySet()) {
            if (Set.of("draft", "sent", "closed").contains(one.getKey())) {
                continue;
            }
            Ticket ticket = one.getValue();
            CopyId id =
                    TestCopies.gathered(
                            app,
                            project.actors().get(Role.DATA_PROTECTION_OFFICER),
                            new Ticket(ticket.report(), ticket.code(), true, false));
            Set<String> pieces = sources(id);
            seen.addAll(pieces);
            for (String table : hanging(ticket.report().value())) {
                if (!pieces.contains(table) && !excused.contains(table)) {
                    missing.add(one.getKey() + " has rows in " + table);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).as("the made-up project shows much of it").hasSizeGreaterThan(25);
    }

    private static Set<String> excused() {
        return Set.copyOf(
                org.diogel.Project.text(
                                org.diogel.Project.app()
                                        .resolve("src/main/resources/subjectaccess/not-gathered.csv"))
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(line -> line.split(",", 2)[0])
                        .toList());
    }

    private static List<String> tables() throws SQLException {
        try (var superuser = TestDatabase.superuser()) {
            return Dump.tables(superuser).stream().filter(t -> !t.startsWith("platform.")).toList();
        }
    }

    /// Tables with a row that names this report, or a row that does.
    private static Set<String> hanging(UUID report) throws SQLException {
        Set<String> ids = new HashSet<>(Set.of(report.toString()));
        Set<String> tables = new TreeSet<>();
        // Nothing changes meanwhile: read once, gone through until the ids of the ids are known.
        Map<String, List<Map<String, Object>>> everything = new TreeMap<>();
        for (String table : tables()) {
            everything.put(table, Rows.all(table));
        }
        for (int i = 0; i < 3; i++) {
            for (String table : everything.keySet()) {
                for (Map<String, Object> row : everything.get(table)) {
                    boolean names =
                            NAMES.stream().anyMatch(n -> report.toString().equals(row.get(n)))
                                    || parents(table).stream().anyMatch(n -> ids.contains(row.get(n)))
                                    || table.equals("report.report") && report.toString().equals(row.get("id"));
                    // What was looked at and refused, a copy does not name.
                    boolean denied = table.equals("audit.entry") && "denied".equals(row.get("outcome"));
                    if (names && !denied) {
                        tables.add(table);
                        if (List.of("alert.alert", "liaison.package", "safeguarding.duty").contains(table)) {
                            ids.add(String.valueOf(row.get("id")));
                        }
                    }
                }
            }
        }
        return tables;
    }

    private static List<String> parents(String table) {
        return table.startsWith("alert.")
                ? List.of("alert")
                : table.startsWith("liaison.")
                        ? List.of("package")
                        : table.startsWith("safeguarding.") ? List.of("duty") : List.of();
    }

    private static Set<String> sources(CopyId id) throws SQLException {
        Set<String> sources = new TreeSet<>();
        try (var superuser = TestDatabase.superuser();
                var sql =
                        superuser.prepareStatement(
                                "SELECT DISTINCT source FROM subjectaccess.piece WHERE request = ?")) {
            sql.setObject(1, id.value());
            try (var rows = sql.executeQuery()) {
                while (rows.next()) {
                    sources.add(rows.getString(1));
                }
            }
        }
        return sources;
    }
}
