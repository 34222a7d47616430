package org.diogel.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.diogel.bench.RealDatabase.Somebody;

/// What deciding who may see what adds to a request: one row is read as the application reads it, its
/// transaction signed and behind the policies, and in turn by the superuser with the same statement, whom no
/// policy holds up and who tells nobody who acts. All of it counts: the trip that says who acts, the check
/// of its signature, grants, who is kept out, protocols, emergencies.
final class AccessBench {

    private static final double MOST = 0.2;
    private static final int READS = 10_000;
    private static final int WARM_UP = 2_000;
    private static final String USUAL = "bench";

    private final RealDatabase database;
    private boolean met = true;

    private AccessBench(RealDatabase database) {
        this.database = database;
    }

    static boolean run() throws Exception {
        Path folder = Subjects.folder();
        try (RealServer _ = new RealServer(folder, "demo")) {
            AccessBench bench = new AccessBench(new RealDatabase(folder));
            System.out.printf(
                    "  %d subjects, %d reads of each kind each way, in turn; load of the machine before: %s%n",
                    Subjects.ALL, READS, Machine.load());
            System.out.printf(
                    "  %-44s %10s %10s %10s %9s%n",
                    "milliseconds, median", "decided", "told who", "neither", "added");
            bench.all();
            return bench.met;
        }
    }

    private void all() throws Exception {
        Somebody desk = database.somebody("Nerys");
        Somebody keptOut = database.somebody("Dewi");
        Somebody emergency = database.somebody("Carys");
        Somebody partner = database.somebody("Rhian");
        String report = "SELECT * FROM report.report WHERE id = ?";
        measure(
                "a report of the desk's own",
                desk,
                USUAL,
                report,
                ids("SELECT id FROM report.report WHERE reference LIKE 'Z%' AND agency = '" + desk.agency() + "'"),
                true);
        String out = "SELECT subject FROM access.kept_out WHERE party = '" + keptOut.account() + "'";
        measure("a report she is kept out of", keptOut, USUAL, report, ids(out), false);
        measure(
                "a report opened in an emergency",
                emergency,
                "break-glass",
                report,
                List.of(Subjects.openInEmergency(database, emergency.account())),
                true);
        measure(
                "a warning of another agency, by protocol",
                partner,
                USUAL,
                "SELECT * FROM alert.alert WHERE id = ?",
                ids(
                        "SELECT id FROM alert.alert a WHERE audience = ARRAY['"
                                + partner.agency()
                                + "'::uuid] AND NOT EXISTS (SELECT 1 FROM access.kept_out k WHERE k.subject ="
                                + " a.report)"),
                true);
    }

    private List<UUID> ids(String query) throws Exception {
        List<UUID> ids = new ArrayList<>();
        try (Connection rows = database.superuser();
                var sql = rows.createStatement();
                var row = sql.executeQuery(query)) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private void measure(
            String what, Somebody who, String purpose, String query, List<UUID> ids, boolean there)
            throws Exception {
        Measured decided = new Measured();
        Measured told = new Measured();
        Measured neither = new Measured();
        Random random = new Random(1);
        try (Reader app = new Reader(database.app(), query);
                Reader teller = new Reader(database.superuser(), query);
                Reader plain = new Reader(database.superuser(), query)) {
            for (int i = 0; i < WARM_UP + READS; i++) {
                UUID id = ids.get(random.nextInt(ids.size()));
                for (int turn = 0; turn < 3; turn++) {
                    int way = (turn + i) % 3;
                    Reader reader = List.of(app, teller, plain).get(way);
                    long began = System.nanoTime();
                    if (way != 2) {
                        database.act(reader.connection, reader.acting, who, purpose);
                    }
                    boolean found = reader.read(id);
                    long took = System.nanoTime() - began;
                    if (found != (way != 0 || there)) {
                        throw new IllegalStateException(what + ": the wrong ones are there");
                    }
                    if (i >= WARM_UP) {
                        List.of(decided, told, neither).get(way).add(took);
                    }
                }
            }
        }
        double added = decided.percentile(50) - neither.percentile(50);
        boolean missed = added > MOST;
        met &= !missed;
        System.out.printf(
                Locale.ROOT,
                "  %-44s %10.3f %10.3f %10.3f %9.3f  target: at most %.1f%s%n",
                what,
                decided.percentile(50),
                told.percentile(50),
                neither.percentile(50),
                added,
                MOST,
                missed ? "  MISSED" : "");
    }

    /// One connection and what it asks.
    private static final class Reader implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement acting;
        private final PreparedStatement find;

        Reader(Connection connection, String query) throws Exception {
            this.connection = connection;
            acting = RealDatabase.acting(connection);
            find = connection.prepareStatement(query);
        }

        boolean read(UUID id) throws Exception {
            find.setObject(1, id);
            boolean found;
            try (var row = find.executeQuery()) {
                found = row.next();
            }
            connection.commit();
            return found;
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }
    }
}
