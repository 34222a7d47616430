package org.diogel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the schema of every feature up to this version, in the order features may know each other.
///
/// Each feature has a history of its own, `platform.flyway_<feature>`, and its scripts in
/// `db/migration/<feature>`. They run as `diogel_migrate` in the role of `diogel_owner`, one
/// transaction a script; scripts name their schema (`report.report`), for Flyway works in the schema
/// of its history.
public final class Migrations {
    /// In the order of the packages; `platform` is the framework's own tables.
    public static final List<String> FEATURES =
            List.of(
                    "platform",
                    "context",
                    "audit",
                    "access",
                    "account",
                    "consent",
                    "messages",
                    "protocol",
                    "report",
                    "emergency",
                    "evidence",
                    "alert",
                    "checker",
                    "liaison",
                    "safeguarding",
                    "contest",
                    "retention",
                    "subjectaccess");

    private static final int PATIENCE_MILLIS = 5_000;

    private Migrations() {}

    /// @throws IllegalStateException when a script fails; the database then stands as before it
    public static void run(DatabaseSettings settings, List<String> features) {
        var properties = settings.migrate().properties(0);
        properties.setProperty("options", "-c role=diogel_owner");
        var config = new HikariConfig();
        config.setPoolName("diogel-migrate");
        config.setJdbcUrl(settings.url());
        config.setDataSourceProperties(properties);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        // Signing in is most of the work where nothing has changed, and each history asks several times.
        try (var source = new HikariDataSource(config)) {
            for (var feature : features) {
                migrate(source, feature);
            }
        }
    }

    private static void migrate(DataSource source, String feature) {
        var flyway =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(source)
                        .locations("classpath:db/migration/" + feature)
                        .defaultSchema("platform")
                        .schemas("platform", feature)
                        .table("flyway_" + feature)
                        // Schema platform holds the histories of the features before this one, so it
                        // is never empty; each history begins with a line that says so.
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .placeholderReplacement(false)
                        .failOnMissingLocations(false)
                        .validateMigrationNaming(true)
                        .cleanDisabled(true)
                        .load();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException("Migrating " + feature + " failed", e);
        }
    }
}
