package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.diogel.kernel.Durable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One embedded PostgreSQL a test run, and in it a migrated database that a test class gets a fresh
/// copy of in less than a second.
public final class TestDatabase {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final TestDatabase RUNNING = start();

    private final EmbeddedPostgres postgres;

    private TestDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /// Makes the database anew from the template; every connection to the old one is closed.
    public static DatabaseSettings fresh() {
        RUNNING.copy("diogel", "diogel_template");
        return settings();
    }

    public static DatabaseSettings settings() {
        return RUNNING.postgres.settings();
    }

    /// Where this run keeps its data folder.
    public static Path data() {
        return Path.of("target", "test-data-" + ProcessHandle.current().pid());
    }

    /// Where tests that start their own database find unpacked programs.
    static Path programs() {
        return PROGRAMS.toAbsolutePath();
    }

    public static Connection superuser() throws SQLException {
        return RUNNING.postgres.superuser("diogel");
    }

    /// Gives a Spring context the settings of a fresh database:
    /// `@ContextConfiguration(initializers = TestDatabase.Fresh.class)`.
    public static final class Fresh
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("databaseSettings", fresh());
        }
    }

    private void copy(String to, String from) {
        try (var connection = postgres.superuser("postgres");
                var sql = connection.createStatement()) {
            for (var statement :
                    List.of(
                            "drop database if exists %s with (force)".formatted(to),
                            "create database %s template %s owner diogel_owner".formatted(to, from),
                            "revoke all on database %s from public".formatted(to),
                            "grant connect on database %s to diogel_migrate, diogel_app, diogel_platform"
                                    .formatted(to))) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase start() {
        try {
            removeOldRuns();
            var postgres =
                    EmbeddedPostgres.start(DataFolder.open(data()), PROGRAMS.toAbsolutePath());
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        postgres.close();
                                        try {
                                            Durable.removeTree(data());
                                        } catch (IOException _) {
                                            // The next run removes it.
                                        }
                                    }));
            Migrations.run(postgres.settings(), Migrations.FEATURES);
            ContextKey.install(postgres.settings(), TestContext.SIGNER);
            var database = new TestDatabase(postgres);
            database.copy("diogel_template", "diogel");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Folders of runs that were killed.
    private static void removeOldRuns() throws IOException {
        Files.createDirectories(Path.of("target"));
        try (var old = Files.newDirectoryStream(Path.of("target"), "test-data-*")) {
            for (var folder : old) {
                var pid = Long.parseLong(folder.getFileName().toString().replace("test-data-", ""));
                if (ProcessHandle.of(pid).isEmpty()) {
                    Leftovers.clear(folder.toRealPath().resolve("postgres"));
                    Durable.removeTree(folder);
                }
            }
        }
    }
}
