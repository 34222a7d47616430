package org.diogel.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Looks that are written down, a second: the row of a report is read behind the policies, and the look is
/// added to the record in the same transaction and on disk before it counts. The server itself runs beside
/// it and puts the record in order, on the same cores. Its pages are no part of it: [ServerBench] measures
/// those.
///
/// Against the same reading without any record, and against a record that is a serial chain of hashes,
/// each row of which hashes the one before, under a lock until it is on disk: this class's own, in a schema
/// of its own.
final class AuditBench {

    private static final double LOOKS = 2_000;

    /// As many as the application's pool has connections.
    private static final int READERS = 10;

    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 5_000_000_000L;

    /// The sequencer's own lock: who holds it makes all others wait.
    private static final long SEQUENCER = 0x4469_6f67_656cL;

    private static final String CHAIN =
            """
            DROP SCHEMA IF EXISTS bench CASCADE;
            CREATE SCHEMA bench;
            CREATE TABLE bench.chain (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, account uuid NOT NULL,
                subject uuid NOT NULL, hash bytea NOT NULL);
            CREATE FUNCTION bench.add(account uuid, subject uuid) RETURNS void LANGUAGE plpgsql SET search_path = ''
            AS $$
            DECLARE
                before bytea;
                at     timestamptz;
            BEGIN
                PERFORM pg_catalog.pg_advisory_xact_lock(1);
                at := pg_catalog.clock_timestamp();
                SELECT c.hash INTO before FROM bench.chain c ORDER BY c.id DESC LIMIT 1;
                INSERT INTO bench.chain (at, account, subject, hash) VALUES (at, account, subject, pg_catalog.sha256(
                    coalesce(before, ''::bytea) || pg_catalog.timestamptz_send(at)
                        || pg_catalog.uuid_send(account) || pg_catalog.uuid_send(subject)));
            END
            $$;
            GRANT USAGE ON SCHEMA bench TO diogel_app;
            GRANT SELECT, INSERT ON bench.chain TO diogel_app;
            GRANT EXECUTE ON FUNCTION bench.add(uuid, uuid) TO diogel_app;
            """;

    private static final String RECORD =
            """
            INSERT INTO audit.entry (kind, account, agency, purpose, action, subject_kind, subject, outcome, fields)
            VALUES ('person', ?, ?, 'bench', 'report.opened', 'report', ?, 'done', '{words,where,when}')
            """;

    private enum Way {
        IN_ORDER("with the record, put in order meanwhile"),
        WAITING("with the record, not put in order"),
        CHAIN("with a serial chain of hashes"),
        NONE("with no record");

        private final String label;

        Way(String label) {
            this.label = label;
        }
    }

    private final RealDatabase database;
    private final RealDatabase.Somebody who;
    private final List<UUID> subjects;

    private AuditBench(RealDatabase database) throws Exception {
        this.database = database;
        who = database.somebody("Nerys");
        subjects = new ArrayList<>();
        try (Connection rows = database.superuser();
                var sql = rows.createStatement();
                var row =
                        sql.executeQuery(
                                "SELECT id FROM report.report WHERE reference LIKE 'Z%' AND agency = '"
                                        + who.agency()
                                        + "'")) {
            while (row.next()) {
                subjects.add(row.getObject(1, UUID.class));
            }
        }
    }

    static boolean run() throws Exception {
        Path folder = Subjects.folder();
        try (RealServer _ = new RealServer(folder, "demo")) {
            AuditBench bench = new AuditBench(new RealDatabase(folder));
            try {
                return bench.measure();
            } finally {
                bench.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            }
        }
    }

    private void execute(String script) throws Exception {
        try (Connection owner = database.superuser(); var sql = owner.createStatement()) {
            sql.execute(script);
            owner.commit();
        }
    }

    private boolean measure() throws Exception {
        System.out.printf(
                "  %d readers of %d of %d subjects, %d rounds of %d s each way, in turn; load of the machine"
                        + " before: %s%n",
                READERS, subjects.size(), Subjects.ALL, ROUNDS, ROUND_NANOS / 1_000_000_000, Machine.load());
        List<List<Double>> found = Arrays.stream(Way.values()).<List<Double>>map(_ -> new ArrayList<>()).toList();
        List<Double> behind = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            execute(CHAIN);
            for (int turn = 0; turn < Way.values().length; turn++) {
                Way way = Way.values()[(turn + Math.max(round, 0)) % Way.values().length];
                double looks = round(way);
                long ended = System.nanoTime();
                settle();
                // The first round only warms up.
                if (round >= 0) {
                    found.get(way.ordinal()).add(looks);
                    if (way == Way.IN_ORDER) {
                        behind.add((System.nanoTime() - ended) / 1e9);
                    }
                }
            }
        }
        for (Way way : Way.values()) {
            double[] all = found.get(way.ordinal()).stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "  %-42s %7.0f looks a second, median of %d (%.0f to %.0f)%n",
                    way.label, all[all.length / 2], all.length, all[0], all[all.length - 1]);
        }
        double median = median(found.get(Way.IN_ORDER.ordinal()));
        System.out.printf(
                Locale.ROOT,
                "  the record was in order %.1f s after a round, median; %.1f times the chain%n",
                median(behind),
                median / median(found.get(Way.CHAIN.ordinal())));
        boolean met = median >= LOOKS;
        System.out.printf(
                Locale.ROOT,
                "  looks written down a second, put in order meanwhile: %.0f, target: at least %.0f%s%n",
                median,
                LOOKS,
                met ? "" : "  MISSED");
        return met;
    }

    private static double median(List<Double> found) {
        double[] sorted = found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private double round(Way way) throws Exception {
        try (@Nullable Connection holder = way == Way.IN_ORDER ? null : holdSequencer();
                ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            long began = System.nanoTime();
            List<Callable<Long>> all = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                all.add(() -> read(way, began + ROUND_NANOS));
            }
            long looks = 0;
            for (Future<Long> reader : readers.invokeAll(all)) {
                looks += reader.get();
            }
            return looks / ((System.nanoTime() - began) / 1e9);
        }
    }

    private Connection holdSequencer() throws Exception {
        Connection holder = database.superuser();
        try (var sql = holder.createStatement()) {
            sql.execute("SELECT pg_advisory_lock(" + SEQUENCER + ")");
            holder.commit();
        }
        return holder;
    }

    private long read(Way way, long end) throws Exception {
        long looks = 0;
        try (Connection connection = database.app();
                PreparedStatement acting = RealDatabase.acting(connection);
                PreparedStatement find =
                        connection.prepareStatement("SELECT * FROM report.report WHERE id = ?");
                PreparedStatement write =
                        connection.prepareStatement(
                                way == Way.CHAIN ? "SELECT bench.add(?, ?)" : RECORD)) {
            while (System.nanoTime() < end) {
                UUID subject = subjects.get(ThreadLocalRandom.current().nextInt(subjects.size()));
                database.act(connection, acting, who, "bench");
                find.setObject(1, subject);
                try (var row = find.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("A subject is not there");
                    }
                }
                if (way != Way.NONE) {
                    write.setObject(1, who.account());
                    write.setObject(2, way == Way.CHAIN ? subject : who.agency());
                    if (way != Way.CHAIN) {
                        write.setObject(3, subject);
                    }
                    write.execute();
                }
                connection.commit();
                looks++;
            }
        }
        return looks;
    }

    /// Until the record is in order: nothing of one round is left to the next.
    private void settle() throws Exception {
        try (Connection rows = database.superuser();
                var waits = rows.prepareStatement("SELECT EXISTS (SELECT 1 FROM audit.pending)")) {
            boolean more = true;
            while (more) {
                try (var row = waits.executeQuery()) {
                    row.next();
                    more = row.getBoolean(1);
                }
                rows.commit();
                Thread.sleep(50);
            }
        }
    }
}
