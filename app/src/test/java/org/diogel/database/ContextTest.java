package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Row-level policies believe the context, so nobody may invent, change, borrow or keep one. TRUST
/// §4 and §5 A8.
///
/// `-Ddiogel.deep=true`: a million transactions.
class ContextTest {

    private static final int AGENCIES = 20;
    private static final int GRANTS = 5;
    private static final int TRANSACTIONS = Boolean.getBoolean("diogel.deep") ? 1_000_000 : 20_000;
    private static final List<AgencyId> AGENCY = new ArrayList<>();

    private static HikariDataSource pool;
    private static TransactionTemplate transactions;
    private static JdbcClient jdbc;

    @BeforeAll
    static void twentyAgenciesAndAPoolOfEight() throws SQLException {
        DatabaseSettings settings = TestDatabase.fresh();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setDataSourceProperties(settings.app().properties(30));
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
        transactions =
                new TransactionTemplate(
                        new SigningTransactionManager(pool, TestContext.SIGNER, Clock.systemUTC()));
        jdbc = JdbcClient.create(pool);
        try (Connection connection = TestDatabase.superuser();
                var insert =
                        connection.prepareStatement(
                                """
                                INSERT INTO access.grants
                                    (subject_kind, subject, party_kind, party, purpose, source)
                                VALUES ('report', gen_random_uuid(), 'agency', ?, 'answer', 'test')
                                """)) {
            for (int i = 0; i < AGENCIES; i++) {
                AgencyId agency = new AgencyId(UUID.randomUUID());
                AGENCY.add(agency);
                for (int g = 0; g < GRANTS; g++) {
                    insert.setObject(1, agency.value());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
            try (Statement sql = connection.createStatement()) {
                sql.execute(
                        """
                        INSERT INTO access.agency (id, name, kind)
                        VALUES ('00000000-0000-4000-8000-000000000001', 'Example project', 'project');
                        INSERT INTO access.desk
                        VALUES ('GWENT', '00000000-0000-4000-8000-000000000001')
                        """);
            }
        }
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    /// Whenever there is a row that might be hidden. Where there is none, as in an empty table,
    /// PostgreSQL never asks the policy: nothing is then both what there is and what is found.
    @Test
    void noContextRaisesInsteadOfFindingNothing() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            for (String query :
                    List.of(
                            "SELECT count(*) FROM access.grants",
                            "SELECT count(*) FROM access.agency",
                            "SELECT count(*) FROM consent.recipient",
                            "UPDATE access.grants SET revoked_at = now()",
                            "DELETE FROM access.desk",
                            "INSERT INTO access.desk VALUES ('ANY', gen_random_uuid())",
                            "SELECT context.agency()")) {
                assertDenied(connection, query);
            }
        }
    }

    @Test
    void noTransactionBeginsWhenNobodyActs() {
        assertThatThrownBy(
                        () -> transactions.execute(_ -> jdbc.sql("SELECT 1").query().listOfRows()))
                .hasRootCauseInstanceOf(Acting.NobodyActing.class);
    }

    @Test
    void aGenuineContextShowsOwnRowsOnly() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            set(connection, signed(connection, AGENCY.get(3), now()));
            assertThat(number(connection, "SELECT count(*) FROM access.grants")).isEqualTo(GRANTS);
            connection.rollback();
        }
    }

    @Test
    void aForgedChangedOldOrBorrowedContextRaises() throws SQLException {
        try (Connection connection = pool.getConnection();
                Connection other = pool.getConnection()) {
            String genuine = signed(connection, AGENCY.get(0), now());
            byte[] guess = new byte[32];
            List<String> bad =
                    List.of(
                            "",
                            "person",
                            "person|||||||||",
                            genuine.substring(0, genuine.length() - 1),
                            genuine.substring(0, genuine.length() - 1) + flipped(genuine),
                            genuine.replace(AGENCY.get(0).toString(), AGENCY.get(1).toString()),
                            genuine.replace("MODERATOR", "ADMINISTRATOR"),
                            genuine.replaceFirst("person", "task"),
                            genuine + "|x",
                            // Signed with another key, for another backend, too long ago, too
                            // early.
                            new ContextSigner(guess)
                                    .sign(person(AGENCY.get(1)), pid(connection), now()),
                            signed(other, AGENCY.get(1), now()),
                            signed(connection, AGENCY.get(1), now() - 3700),
                            signed(connection, AGENCY.get(1), now() + 3700));
            connection.setAutoCommit(false);
            for (String context : bad) {
                set(connection, context);
                assertDenied(connection, "SELECT count(*) FROM access.grants");
                connection.rollback();
            }
        }
    }

    /// What it does not claim to be is answered without proof (decision 0003), and the answer is no.
    @Test
    void aForgedPersonIsNothingElseAndFindsNothing() throws SQLException {
        String forged = "person|" + UUID.randomUUID() + "|" + AGENCY.get(1) + "|MODERATOR|||";
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (String query :
                    List.of(
                            "SELECT context.is_task('sweep')::int",
                            "SELECT context.second()::int",
                            "SELECT count(context.subject())",
                            "SELECT context.is_person_for('subject-access')::int")) {
                set(connection, forged + "answer|1|1|00");
                assertThat(number(connection, query)).as(query).isZero();
            }
            for (String query :
                    List.of(
                            "SELECT context.is_person_for('answer')",
                            "SELECT context.account()",
                            "SELECT context.agency()",
                            "SELECT context.purpose()",
                            "SELECT context.has_role('MODERATOR')",
                            "SELECT count(*) FROM access.grants",
                            "SELECT count(*) FROM access.agency",
                            "SELECT count(*) FROM consent.recipient")) {
                connection.rollback();
                set(connection, forged + "answer|1|1|00");
                assertDenied(connection, query);
            }
            connection.rollback();
        }
    }

    /// TRUST §4 measured that a settable variable alone is no defence: this is the measurement
    /// again.
    @Test
    void anInjectedSettingCannotSwitchTheAgency() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            String mine = signed(connection, AGENCY.get(0), now());
            set(connection, mine);
            String theirs =
                    mine.replace(AGENCY.get(0).toString(), AGENCY.get(1).toString())
                            .replace("'", "''");
            assertDenied(
                    connection,
                    "SELECT party FROM access.grants WHERE set_config('diogel.context', '"
                            + theirs
                            + "', true) IS NOT NULL"
                            + " UNION ALL SELECT party FROM access.grants");
            connection.rollback();
        }
    }

    @Test
    void theRuntimeCanNeitherReadTheKeyNorSignForItself() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (String query :
                    List.of(
                            "SELECT * FROM context.signing",
                            "SELECT context.claims()",
                            "UPDATE context.signing SET inner_pad = outer_pad",
                            "SET ROLE diogel_owner")) {
                set(connection, signed(connection, AGENCY.get(0), now()));
                assertDenied(connection, query);
                connection.rollback();
            }
        }
    }

    @Test
    void manyTransactionsOverASmallPoolLeakNothing() throws Exception {
        ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();
        AtomicInteger read = new AtomicInteger();
        AtomicInteger broken = new AtomicInteger();
        AtomicInteger raised = new AtomicInteger();
        Semaphore users = new Semaphore(64);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TRANSACTIONS; i++) {
                users.acquire();
                Random chance = new Random(20260301L + i);
                threads.submit(() -> {
                    try {
                        if (chance.nextInt(100) == 0) {
                            withoutContext(leaks, raised);
                        }
                        one(chance, leaks, read, broken);
                    } catch (Throwable unexpected) {
                        leaks.add("unexpected " + unexpected);
                    } finally {
                        users.release();
                    }
                });
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(read.get()).isGreaterThan(TRANSACTIONS * 9 / 10);
        assertThat(broken.get()).as("timeouts and cancelled statements").isGreaterThan(100);
        assertThat(raised.get()).as("questions without a context").isGreaterThan(100);
        System.out.printf(
                "ContextTest: %d transactions, %d broken off, %d without context refused, 0 rows leaked%n",
                read.get(), broken.get(), raised.get());

        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(pool.getConnection());
        }
        try {
            for (Connection connection : all) {
                assertDenied(connection, "SELECT count(*) FROM access.grants");
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    /// Somebody borrows a connection of the pool and forgets to say who is acting.
    private static void withoutContext(
            ConcurrentLinkedQueue<String> leaks, AtomicInteger raised) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement()) {
            sql.executeQuery("SELECT count(*) FROM access.grants");
            leaks.add("an answer without a context");
        } catch (SQLException refused) {
            if (!"42501".equals(refused.getSQLState())) {
                throw refused;
            }
            raised.incrementAndGet();
        }
    }

    /// One request: reads its agency's rows; then ends well, rolls back, runs into a timeout or is
    /// cancelled.
    private static void one(
            Random chance,
            ConcurrentLinkedQueue<String> leaks,
            AtomicInteger read,
            AtomicInteger broken) {
        AgencyId mine = AGENCY.get(chance.nextInt(AGENCIES));
        int ending = chance.nextInt(100);
        try {
            Acting.run(
                    new Actor.Person(
                            new AccountId(UUID.randomUUID()), mine, Set.of(Role.MODERATOR)),
                    "test",
                    () ->
                            transactions.executeWithoutResult(status -> {
                                List<UUID> seen =
                                        jdbc.sql("SELECT party FROM access.grants")
                                                .query(UUID.class)
                                                .list();
                                if (seen.size() != GRANTS
                                        || !seen.stream().allMatch(mine.value()::equals)) {
                                    leaks.add(mine + " saw " + seen);
                                }
                                read.incrementAndGet();
                                end(ending, status::setRollbackOnly);
                            }));
        } catch (DataAccessException | IllegalStateException expected) {
            if (ending < 90) {
                leaks.add("a quiet transaction broke: " + expected);
            }
            broken.incrementAndGet();
        }
    }

    private static void end(int ending, Runnable rollback) {
        if (ending >= 98) {
            jdbc.sql("SET LOCAL statement_timeout = 2").update();
            jdbc.sql("SELECT pg_sleep(5)").query().listOfRows();
        } else if (ending == 97) {
            jdbc.sql("SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(5)")
                    .query()
                    .listOfRows();
        } else if (ending >= 95) {
            jdbc.sql("SELECT 1 / 0").query().listOfRows();
        } else if (ending >= 90) {
            throw new IllegalStateException("the request broke");
        } else if (ending >= 75) {
            rollback.run();
        }
    }

    private static Acting person(AgencyId agency) {
        return new Acting(
                new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(Role.MODERATOR)),
                "test");
    }

    private static String signed(Connection connection, AgencyId agency, long at)
            throws SQLException {
        return TestContext.SIGNER.sign(person(agency), pid(connection), at);
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    private static long now() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    private static String flipped(String context) {
        return context.endsWith("0") ? "1" : "0";
    }

    private static void set(Connection connection, String context) throws SQLException {
        try (var set =
                connection.prepareStatement("SELECT set_config('diogel.context', ?, true)")) {
            set.setString(1, context);
            set.execute();
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void assertDenied(Connection connection, String query) {
        assertThatThrownBy(
                        () -> {
                            try (Statement sql = connection.createStatement()) {
                                sql.execute(query);
                            }
                        })
                .as(query)
                .isInstanceOf(SQLException.class)
                .satisfies(thrown ->
                        assertThat(((SQLException) thrown).getSQLState()).isEqualTo("42501"));
    }
}
