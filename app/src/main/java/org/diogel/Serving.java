package org.diogel;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.diogel.database.Backups;
import org.diogel.database.DatabaseSettings;
import org.diogel.database.EmbeddedPostgres;
import org.diogel.database.Migrations;
import org.diogel.database.SafetyCheck;
import org.diogel.kernel.ReadyLines;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Brings the house up, from the ground: database, safety check, migrations, then the web server;
/// and takes it down in the other order within ten seconds of `SIGTERM`.
final class Serving {
    private final Path data;
    private final Map<String, String> environment;
    private final List<String> settings = new ArrayList<>();
    private Optional<Backups> backups = Optional.empty();

    /// @param mode `demo` or `serve`
    Serving(String mode, Path data, Map<String, String> environment) {
        this.data = data.toAbsolutePath().normalize();
        this.environment = environment;
        set("diogel.mode", mode);
        set("diogel.data", this.data.toString());
    }

    Serving set(String name, String value) {
        settings.add("--" + name + "=" + value);
        return this;
    }

    /// Ships the embedded database's log to its backup folders while it serves.
    ///
    /// @param key 32 bytes, the vault's key for backups
    Serving shipUnder(byte[] key, Clock clock) {
        backups = Optional.of(new Backups(key, clock));
        return this;
    }

    /// Returns once the server listens; it goes on until the process is asked to stop.
    void start() {
        var database = database();
        SafetyCheck.check(database);
        Migrations.run(database, Migrations.FEATURES);

        var application = new SpringApplication(DiogelApplication.class);
        application.addInitializers(
                context ->
                        context.getBeanFactory().registerSingleton("databaseSettings", database));
        announce(application.run(settings.toArray(String[]::new)));
    }

    private DatabaseSettings database() {
        Optional<DatabaseSettings> external = DatabaseSettings.external(environment);
        if (external.isPresent()) {
            return external.get();
        }
        var postgres = EmbeddedPostgres.start(data);
        var shipping = new AtomicReference<AutoCloseable>(() -> {});
        // Runs after the web server and everything else of Spring's has stopped.
        SpringApplication.getShutdownHandlers()
                .add(
                        () -> {
                            postgres.close();
                            close(shipping.get());
                        });
        var folder = 
                Optional.ofNullable(environment.get("DIOGEL_BACKUP_DIR"))
                        .filter(path -> !path.isBlank())
                        .map(Path::of);
        backups.ifPresent(door -> shipping.set(door.ship(postgres, data, folder)));
        return postgres.settings();
    }

    /// Last, so that the log the database ends with is shipped too.
    private static void close(AutoCloseable shipping) {
        try {
            shipping.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Serving.class).warn("Shipping of log did not end well", e);
        }
    }

    private static void announce(ConfigurableApplicationContext context) {
        System.out.println(
                "Diogel is ready at http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port"));
        context.getBeanProvider(ReadyLines.class)
                .orderedStream()
                .flatMap(more -> more.lines().stream())
                .forEach(System.out::println);
        System.out.flush();
    }
}
