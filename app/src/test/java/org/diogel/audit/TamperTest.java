package org.diogel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.audit.Verification.Expected;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.ledger.Growth;
import org.diogel.ledger.Merkle;
import org.diogel.ledger.NoteSigner;
import org.diogel.messages.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Single changes of the record's tables, made as a superuser with triggers switched off, from a fixed
/// seed: the verifier names the first bad line of each. TRUST §5 F2.
/// `-Ddiogel.deep=true`: two hundred of them.
@WebTest
class TamperTest {

    private static final long SEED = 20_261_127;
    private static final int EDITS = Boolean.getBoolean("diogel.deep") ? 200 : 39;
    private static final int OLDER = 331;
    private static final int LINES = 700;
    private static final List<String> TABLES = List.of("entry", "pending", "line", "tile", "checkpoint");

    @Autowired private Audit audit;
    @Autowired private Sequencer sequencer;
    @Autowired private NoteSigner signer;
    @Autowired private KeptCheckpoint kept;
    @Autowired private Jobs jobs;
    @Autowired private PlatformTransactionManager transactions;

    private final Random random = new Random(SEED);

    /// One change, and the index of the line it spoils.
    interface Edit {
        long make(Connection superuser) throws SQLException;
    }

    @BeforeEach
    void aRecord() throws Exception {
        jobs.stop();
        fill(OLDER);
        try (Connection superuser = TestDatabase.superuser()) {
            for (String table : TABLES) {
                run(superuser, "CREATE TABLE IF NOT EXISTS public.older_%s AS TABLE audit.%s".formatted(table, table));
            }
        }
        fill(LINES);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private void fill(int lines) throws SQLException {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        long there;
        try (Connection superuser = TestDatabase.superuser()) {
            there = number(superuser, "SELECT count(*) FROM audit.entry");
        }
        for (long i = there; i < lines; i++) {
            Actor.Person person =
                    new Actor.Person(
                            new AccountId(new UUID(1, i % 7)), new AgencyId(new UUID(2, i % 3)), Set.of());
            UUID subject = new UUID(3, i);
            Acting.run(
                    person,
                    "work",
                    () ->
                            transaction.executeWithoutResult(
                                    _ ->
                                            audit.record(
                                                    AuditEntry.of("report.opened", "report", subject, "words", "é"))));
            if (i % 97 == 0) {
                sequencer.run();
            }
        }
        sequencer.run();
    }

    @Test
    void theFirstBadLineIsNamedEachTime() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < EDITS; number++) {
            String name = KINDS.get(number % KINDS.size());
            try (Connection superuser = TestDatabase.superuser()) {
                superuser.setAutoCommit(false);
                run(superuser, "SET LOCAL session_replication_role = replica");
                long spoilt = edit(name).make(superuser);
                List<Finding> findings = verify(superuser).findings();
                if (findings.isEmpty() || findings.getFirst().index() != spoilt) {
                    wrong.add("%d %s at %d: %s".formatted(number, name, spoilt, findings));
                }
                superuser.rollback();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRecordThatNobodyTouchedIsWhole() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            superuser.setAutoCommit(false);
            Verification.Result result = verify(superuser);
            assertThat(result.findings()).isEmpty();
            assertThat(result.lines()).isGreaterThanOrEqualTo(LINES);
            assertThat(result.compared()).isGreaterThanOrEqualTo(2);
        }
    }

    /// Whom a row is about can be taken out by law: the tree stands, as long as a row says so.
    @Test
    void aPersonThatWasTakenOutLeavesTheTreeWhole() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            superuser.setAutoCommit(false);
            long index = line();
            run(superuser, "UPDATE audit.entry SET account = NULL, subject = NULL, salt = NULL WHERE id = " + entry(superuser, index));
            assertThat(verify(superuser).findings())
                    .singleElement()
                    .satisfies(
                            finding -> {
                                assertThat(finding.kind()).isEqualTo(Finding.Kind.ERASED);
                                assertThat(finding.index()).isEqualTo(index);
                            });
            // All else of the row still counts.
            run(superuser, "UPDATE audit.entry SET purpose = 'other' WHERE id = " + entry(superuser, index));
            assertThat(verify(superuser).findings().getFirst().kind()).isEqualTo(Finding.Kind.CHANGED);
            superuser.rollback();
        }
    }

    /// Without any checkpoint the tree alone still says that something stood behind the end.
    @Test
    void aCutIsFoundWithoutACheckpointWhereTheTreeWasLeft() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            superuser.setAutoCommit(false);
            run(superuser, "DELETE FROM audit.entry WHERE id IN (SELECT entry FROM audit.line WHERE index >= 600)");
            run(superuser, "DELETE FROM audit.line WHERE index >= 600");
            run(superuser, "DELETE FROM audit.checkpoint");
            List<Finding> findings =
                    new Verification(new VerifyStore(superuser)).run(signer.key(), List.of(), _ -> {}).findings();
            assertThat(findings.getFirst().index()).isEqualTo(600);
            assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.CUT, Finding.Kind.CHECKPOINT);
            superuser.rollback();
        }
    }

    /// Whoever changes a row and every hash of it is found by the signature alone.
    @Test
    void aRewritingWithAllItsHashesIsFoundFromTheLastCheckpointThatFits() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            superuser.setAutoCommit(false);
            rewrite(superuser, 5);
            assertThat(verify(superuser).findings())
                    .first()
                    .satisfies(
                            finding -> {
                                assertThat(finding.kind()).isEqualTo(Finding.Kind.REWRITTEN);
                                assertThat(finding.index()).isLessThanOrEqualTo(5);
                            });
            superuser.rollback();
        }
    }

    private static final List<String> KINDS =
            List.of(
                    "edit", "edit the person", "delete", "delete with its line", "delete and close the gap",
                    "insert", "insert in between", "reorder", "swap rows", "truncate", "backdate",
                    "older copy", "change a hash");

    private Edit edit(String kind) {
        long i = line();
        long j = (i + 1 + random.nextInt(LINES - 1)) % LINES;
        return superuser ->
                switch (kind) {
                    case "edit" -> {
                        String set =
                                List.of(
                                                "purpose = 'other'",
                                                "action = 'report.closed'",
                                                "outcome = 'denied'",
                                                "kind = 'task'",
                                                "agency = NULL",
                                                "subject_kind = 'alert'",
                                                "fields = '{wordsé}'",
                                                "fields = '{}'",
                                                "personal = sha256('other')")
                                        .get(random.nextInt(9));
                        run(superuser, "UPDATE audit.entry SET " + set + " WHERE id = " + entry(superuser, i));
                        yield i;
                    }
                    case "edit the person" -> {
                        String set =
                                List.of("account = gen_random_uuid()", "subject = NULL", "salt = sha256('other')", "account = NULL, subject = NULL")
                                        .get(random.nextInt(4));
                        run(superuser, "UPDATE audit.entry SET " + set + " WHERE id = " + entry(superuser, i));
                        yield i;
                    }
                    case "delete" -> {
                        run(superuser, "DELETE FROM audit.entry WHERE id = " + entry(superuser, i));
                        yield i;
                    }
                    case "delete with its line" -> {
                        run(superuser, "DELETE FROM audit.entry WHERE id = " + entry(superuser, i));
                        run(superuser, "DELETE FROM audit.line WHERE index = " + i);
                        yield i;
                    }
                    case "delete and close the gap" -> {
                        run(superuser, "DELETE FROM audit.entry WHERE id = " + entry(superuser, i));
                        run(superuser, "DELETE FROM audit.line WHERE index = " + i);
                        shift(superuser, i, -1);
                        yield i;
                    }
                    case "insert" -> {
                        insert(superuser);
                        yield number(superuser, "SELECT count(*) FROM audit.line");
                    }
                    case "insert in between" -> {
                        shift(superuser, i - 1, 1);
                        run(superuser, "INSERT INTO audit.line VALUES (%d, %d)".formatted(i, insert(superuser)));
                        yield i;
                    }
                    case "reorder" -> {
                        run(superuser, "UPDATE audit.line SET index = -1 - index WHERE index IN (%d, %d)".formatted(i, j), true);
                        run(superuser, "UPDATE audit.line SET index = CASE index WHEN %d THEN %d ELSE %d END WHERE index < 0".formatted(-1 - i, j, i));
                        yield Math.min(i, j);
                    }
                    case "swap rows" -> {
                        long one = entry(superuser, i);
                        long other = entry(superuser, j);
                        run(superuser, "ALTER TABLE audit.entry ALTER COLUMN id DROP IDENTITY");
                        run(superuser, "UPDATE audit.entry SET id = -id WHERE id IN (%d, %d)".formatted(one, other));
                        run(superuser, "UPDATE audit.entry SET id = CASE id WHEN %d THEN %d ELSE %d END WHERE id < 0".formatted(-one, other, one));
                        yield Math.min(i, j);
                    }
                    case "truncate" -> {
                        run(superuser, "DELETE FROM audit.entry WHERE id IN (SELECT entry FROM audit.line WHERE index >= %d)".formatted(i));
                        run(superuser, "DELETE FROM audit.line WHERE index >= " + i);
                        if (random.nextBoolean()) {
                            run(superuser, "DELETE FROM audit.checkpoint WHERE size > " + i);
                        }
                        yield i;
                    }
                    case "backdate" -> {
                        run(superuser, "UPDATE audit.entry SET at = at - interval '%d microseconds' WHERE id = %d".formatted(1L << random.nextInt(50), entry(superuser, i)));
                        yield i;
                    }
                    case "older copy" -> {
                        for (String table : TABLES) {
                            run(superuser, "TRUNCATE audit." + table);
                            run(superuser, "INSERT INTO audit.%s OVERRIDING SYSTEM VALUE SELECT * FROM public.older_%s".formatted(table, table));
                        }
                        yield number(superuser, "SELECT count(*) FROM audit.line");
                    }
                    case "change a hash" -> {
                        long at = i % 256 * 32 + random.nextInt(32);
                        run(superuser, "UPDATE audit.tile SET hashes = set_byte(hashes, %d, get_byte(hashes, %d) # 4) WHERE level = 0 AND index = %d".formatted(at, at, i / 256));
                        yield i;
                    }
                    default -> throw new AssertionError(kind);
                };
    }

    private Verification.Result verify(Connection superuser) throws SQLException {
        return new Verification(new VerifyStore(superuser))
                .run(signer.key(), List.of(Expected.of(kept.find().orElseThrow(), "the one kept")), _ -> {});
    }

    private long line() {
        return random.nextInt(LINES);
    }

    /// What the superuser would write: with a salt and a commitment that are right.
    private long insert(Connection superuser) throws SQLException {
        return number(
                superuser,
                """
                INSERT INTO audit.entry (kind, account, agency, purpose, action, subject_kind, outcome, salt, personal)
                SELECT kind, account, agency, purpose, action, subject_kind, outcome, salt, personal
                  FROM audit.entry ORDER BY random() LIMIT 1 RETURNING id
                """);
    }

    private static void shift(Connection superuser, long after, int by) throws SQLException {
        run(superuser, "UPDATE audit.line SET index = -1 - index WHERE index > " + after, true);
        run(superuser, "UPDATE audit.line SET index = -1 - index + %d WHERE index < 0".formatted(by));
    }

    /// A row, its leaf's hash and every hash over it.
    private void rewrite(Connection superuser, long index) throws SQLException {
        long id = entry(superuser, index);
        run(superuser, "SET LOCAL session_replication_role = replica");
        run(superuser, "UPDATE audit.entry SET purpose = 'other' WHERE id = " + id);
        Growth growth = new Growth(0, _ -> new byte[0]);
        new VerifyStore(superuser).lines(line -> growth.append(Merkle.leaf(line.row().leaf())));
        for (var tile : growth.changed().entrySet()) {
            try (var sql = superuser.prepareStatement("UPDATE audit.tile SET hashes = ? WHERE level = ? AND index = ?")) {
                sql.setBytes(1, tile.getValue());
                sql.setInt(2, tile.getKey().level());
                sql.setLong(3, tile.getKey().index());
                assertThat(sql.executeUpdate()).isEqualTo(1);
            }
        }
    }

    private static long entry(Connection superuser, long index) throws SQLException {
        return number(superuser, "SELECT entry FROM audit.line WHERE index = " + index);
    }

    private static long number(Connection superuser, String query) throws SQLException {
        try (var sql = superuser.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection superuser, String statement) throws SQLException {
        run(superuser, statement, false);
    }

    /// @param unchecked an index below zero is no index
    private static void run(Connection superuser, String statement, boolean unchecked) throws SQLException {
        try (var sql = superuser.createStatement()) {
            if (unchecked) {
                sql.execute("ALTER TABLE audit.line DROP CONSTRAINT IF EXISTS line_index_check");
            }
            sql.execute(statement);
        }
    }
}
