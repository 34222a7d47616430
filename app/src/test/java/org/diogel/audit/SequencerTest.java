package org.diogel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diogel.WebTest;
import org.diogel.audit.Verification.Expected;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.ledger.NoteSigner;
import org.diogel.messages.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Rows get their places without a gap, whenever they commit; the key signs one history.
@WebTest
class SequencerTest {

    private static final int WRITERS = 6;
    private static final int EACH = 250;

    @Autowired private Audit audit;
    @Autowired private AuditLog log;
    @Autowired private Sequencer sequencer;
    @Autowired private NoteSigner signer;
    @Autowired private KeptCheckpoint kept;
    @Autowired private Jobs jobs;
    @Autowired private PlatformTransactionManager transactions;

    private final Actor.Person officer =
            new Actor.Person(
                    new AccountId(new UUID(1, 1)),
                    new AgencyId(new UUID(2, 1)),
                    Set.of(Role.DATA_PROTECTION_OFFICER));

    @BeforeEach
    void nobodyElsePlaces() {
        jobs.stop();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private void write(String action) {
        Acting.run(
                officer,
                "work",
                () -> transaction(() -> audit.record(AuditEntry.of(action, "report", UUID.randomUUID()))));
    }

    private void transaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private static long number(String query) throws SQLException {
        try (Connection superuser = TestDatabase.superuser();
                var sql = superuser.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }

    private void isWhole() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            superuser.setAutoCommit(false);
            Verification.Result result =
                    new Verification(new VerifyStore(superuser))
                            .run(signer.key(), List.of(Expected.of(kept.find().orElseThrow(), "kept")), _ -> {});
            assertThat(result.findings()).isEmpty();
            assertThat(result.lines()).isEqualTo(number("SELECT count(*) FROM audit.entry"));
        }
    }

    @Test
    void aRowThatCommitsLateGetsItsPlaceWithTheNext() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> late =
                    threads.submit(
                            () ->
                                    Acting.run(
                                            officer,
                                            "work",
                                            () ->
                                                    transaction(
                                                            () -> {
                                                                audit.record(AuditEntry.of("report.late", "report", UUID.randomUUID()));
                                                                written.countDown();
                                                                await(commit);
                                                            })));
            written.await();
            write("report.early");
            sequencer.run();
            long lines = number("SELECT count(*) FROM audit.line");
            commit.countDown();
            late.get();
            sequencer.run();
            assertThat(number("SELECT count(*) FROM audit.line")).isEqualTo(lines + 1);
            assertThat(
                            number(
                                    "SELECT l.index FROM audit.line l JOIN audit.entry e ON e.id = l.entry WHERE e.action = 'report.late'"))
                    .isEqualTo(lines);
        }
        isWhole();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyWritersAndSequencersAtOnceLeaveNoGap() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            List<Future<?>> sequencers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sequencers.add(
                        threads.submit(
                                () -> {
                                    while (writing.get()) {
                                        sequencer.run();
                                    }
                                }));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(
                        threads.submit(
                                () -> {
                                    for (int n = 0; n < EACH; n++) {
                                        write("report.opened");
                                    }
                                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> one : sequencers) {
                one.get();
            }
        }
        sequencer.run();
        assertThat(number("SELECT count(*) FROM audit.pending")).isZero();
        assertThat(number("SELECT max(index) + 1 - count(*) FROM audit.line")).isZero();
        isWhole();
    }

    /// The order is that of placing; a clock set back by more than an hour is named, as a line written into
    /// the past is.
    @Test
    void aClockThatGoesBackALittleLeavesTheRecordWhole() throws Exception {
        write("test.before");
        sequencer.run();
        run("ALTER TABLE audit.entry ALTER COLUMN at SET DEFAULT clock_timestamp() - interval '30 minutes'");
        try {
            write("test.earlier");
            sequencer.run();
        } finally {
            run("ALTER TABLE audit.entry ALTER COLUMN at SET DEFAULT clock_timestamp()");
        }
        write("test.after");
        sequencer.run();
        isWhole();
    }

    @Test
    void itSignsNothingOverARecordThatWasCut() throws Exception {
        write("report.opened");
        write("report.opened");
        sequencer.run();
        long size = kept.find().orElseThrow().size();
        run("CREATE TABLE public.cut AS SELECT * FROM audit.line WHERE index = " + (size - 1));
        run("DELETE FROM audit.line WHERE index = " + (size - 1));
        write("report.opened");
        sequencer.run();
        assertThat(sequencer.isStopped()).isTrue();
        assertThat(number("SELECT count(*) FROM audit.pending")).isEqualTo(1);
        assertThat(kept.find().orElseThrow().size()).isEqualTo(size);
        run("INSERT INTO audit.line SELECT * FROM public.cut");
        sequencer.run();
        assertThat(sequencer.isStopped()).isFalse();
        assertThat(number("SELECT count(*) FROM audit.pending")).isZero();
        isWhole();
    }

    @Test
    void whatSomebodyKeptIsHeldAgainstTheRecordOfNow() throws Exception {
        write("report.opened");
        sequencer.run();
        SignedCheckpoint then = kept.find().orElseThrow();
        write("report.opened");
        sequencer.run();
        String line = "Diogel record, size %,d, Friday 27 November 2026, 21:20: %s".formatted(then.size(), then.code());
        assertThat(check(line)).isEqualTo(AuditLog.Verdict.CONSISTENT);
        assertThat(check(line.toLowerCase(Locale.ROOT).replace('-', '–'))).isEqualTo(AuditLog.Verdict.CONSISTENT);
        assertThat(check(then.note())).isEqualTo(AuditLog.Verdict.CONSISTENT);
        assertThat(check(then.note().replace("\n", "\r\n"))).isEqualTo(AuditLog.Verdict.CONSISTENT);
        // One letter, another size, a longer record, another key.
        char last = line.charAt(line.length() - 1);
        String slip = line.substring(0, line.length() - 1) + (last == '0' ? '1' : '0');
        assertThat(check(slip)).isEqualTo(AuditLog.Verdict.NOT_CONSISTENT);
        assertThat(check("Diogel record, size %d: %s".formatted(then.size() + 1, then.code())))
                .isEqualTo(AuditLog.Verdict.NOT_CONSISTENT);
        assertThat(check("Diogel record, size 999,999: " + then.code())).isEqualTo(AuditLog.Verdict.NOT_CONSISTENT);
        SignedCheckpoint longer = SignedCheckpoint.sign(signer, 999_999, then.root(), then.at());
        assertThat(check(longer.note())).isEqualTo(AuditLog.Verdict.NOT_CONSISTENT);
        NoteSigner other = NoteSigner.of(new byte[32], _ -> signer.key().name());
        assertThat(check(SignedCheckpoint.sign(other, then.size(), then.root(), then.at()).note()))
                .isEqualTo(AuditLog.Verdict.NOT_CONSISTENT);
        for (String nothing : List.of("", "size 12", then.code(), "hello\n\nworld", "x".repeat(5_000))) {
            assertThat(check(nothing)).as(nothing).isEqualTo(AuditLog.Verdict.UNREADABLE);
        }
        // A hash that the newest root is made from.
        String flip =
                "UPDATE audit.tile SET hashes = set_byte(hashes, 3, get_byte(hashes, 3) # 1) WHERE level = 0 AND index = "
                        + (then.size() - 1) / 256;
        run(flip);
        assertThat(check(line)).isEqualTo(AuditLog.Verdict.NOT_CONSISTENT);
        assertThat(check(then.note())).isEqualTo(AuditLog.Verdict.NOT_CONSISTENT);
        run(flip);
    }

    private AuditLog.Verdict check(String typed) {
        return Acting.as(officer, "work", () -> log.check(typed));
    }

    /// What was written before there was a log is committed to when it begins.
    @Test
    void rowsFromBeforeAreCommittedToInTheirOldOrder() throws Exception {
        String script =
                new String(
                        getClass().getResourceAsStream("/db/migration/audit/V2__ledger.sql").readAllBytes(),
                        StandardCharsets.UTF_8);
        try (Connection superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            sql.execute("SET ROLE diogel_owner");
            sql.execute("DROP TRIGGER commit_to ON audit.entry");
            sql.execute(
                    "ALTER POLICY write_as_oneself ON audit.entry WITH CHECK (kind = (SELECT context.kind()))");
            sql.execute(
                    "DROP FUNCTION audit.commit_to(), audit.framed(bytea), audit.is_actor(text, uuid, uuid, text)");
            sql.execute("DROP TABLE audit.pending, audit.line, audit.tile, audit.checkpoint");
            sql.execute("DROP POLICY IF EXISTS verifier_reads ON audit.entry");
            sql.execute("ALTER TABLE audit.entry DROP COLUMN salt CASCADE, DROP COLUMN personal CASCADE");
            sql.execute("ALTER TABLE audit.entry NO FORCE ROW LEVEL SECURITY");
            sql.execute(
                    """
                    INSERT INTO audit.entry (kind, account, purpose, action, subject_kind, subject, outcome, fields)
                    SELECT 'person', gen_random_uuid(), 'work', 'report.opened', 'report', gen_random_uuid(), 'done', '{a,b}'
                      FROM generate_series(1, 20)
                    """);
            sql.execute("ALTER TABLE audit.entry FORCE ROW LEVEL SECURITY");
            sql.execute(script);
            sql.execute("RESET ROLE");
            try (var row = sql.executeQuery("SELECT count(*) = (SELECT count(*) FROM audit.entry WHERE salt IS NOT NULL) FROM audit.pending")) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
            Verification.Result result = new Verification(new VerifyStore(superuser)).run(signer.key(), List.of(), _ -> {});
            assertThat(result.findings()).isEmpty();
            superuser.rollback();
        }
    }
}
