package org.diogel.database;

import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
                    "report",
                    "evidence",
                    "alert",
                    "checker",
                    "liaison",
                    "safeguarding",
                    "contest");

    private Migrations() {}

    /// @throws IllegalStateException when a script fails; the database then stands as before it
    public static void run(DatabaseSettings settings, List<String> features) {
        var properties = settings.migrate().properties(0);
        properties.setProperty("options", "-c role=diogel_owner");
        for (var feature : features) {
            migrate(settings, properties, feature);
        }
    }

    private static void migrate(DatabaseSettings settings, Properties properties, String feature) {
        var source = new DriverManagerDataSource(settings.url(), properties);
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
