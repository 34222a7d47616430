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
import org.diogel.database.Installation;
import org.diogel.database.Migrations;
import org.diogel.database.SafetyCheck;
import org.diogel.kernel.ReadyLines;
import org.diogel.vault.KeyRing;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Brings the house up, from the ground: database, safety check, migrations, then the web server;
/// and takes it down in the other order within ten seconds of `SIGTERM`. What each part may take adds
/// up to less: requests and jobs 3, the web server 1, the database 4, its last log 1.
final class Serving {
    private final Path data;
    private final boolean demonstration;
    private final Map<String, String> environment;
    private final List<String> settings = new ArrayList<>();
    private final AtomicReference<AutoCloseable> shipping = new AtomicReference<>(() -> {});

    /// @param mode `demo` or `serve`
    Serving(String mode, Path data, Map<String, String> environment) {
        this.data = data.toAbsolutePath().normalize();
        this.demonstration = mode.equals("demo");
        this.environment = environment;
        set("diogel.mode", mode);
        set("diogel.data", this.data.toString());
    }

    Serving set(String name, String value) {
        settings.add("--" + name + "=" + value);
        return this;
    }

    /// Returns once the server listens; it goes on until the process is asked to stop. The embedded
    /// database's log is shipped to its backup folders meanwhile.
    void start(KeyRing ring, Clock clock) {
        var external = DatabaseSettings.external(environment);
        if (external.isPresent()) {
            start(external.get(), () -> {});
            return;
        }
        Installation.refuseLoneKeys(data);
        var postgres = EmbeddedPostgres.start(data);
        // Runs after the web server and everything else of Spring's has stopped.
        SpringApplication.getShutdownHandlers()
                .add(
                        () -> {
                            postgres.close();
                            stopShipping();
                        });
        var folder =
                Optional.ofNullable(environment.get("DIOGEL_BACKUP_DIR"))
                        .filter(path -> !path.isBlank())
                        .map(Path::of);
        start(
                postgres.settings(),
                () -> shipping.set(new Backups(ring, clock).ship(postgres, data, folder)));
    }

    /// @param joined done once database and key store are known to belong together
    private void start(DatabaseSettings database, Runnable joined) {
        prepare(database, data, demonstration);
        joined.run();
        var application = new SpringApplication(DiogelApplication.class);
        application.addInitializers(
                context ->
                        context.getBeanFactory().registerSingleton("databaseSettings", database));
        announce(application.run(settings.toArray(String[]::new)));
    }

    /// Refuses an unsafe database or another's, and brings it up to this version.
    static void prepare(DatabaseSettings database, Path data, boolean demonstration) {
        SafetyCheck.check(database);
        var installation = new Installation(database, data, demonstration);
        installation.refuseOtherKind();
        Migrations.run(database, Migrations.FEATURES);
        installation.join();
    }

    /// Last, so that the log the database ends with is shipped too.
    private void stopShipping() {
        try {
            shipping.get().close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Serving.class).warn("Shipping of log did not end well", e);
        }
    }

    private static void announce(ConfigurableApplicationContext context) {
        // Browsers know passkeys at localhost, and at no address of numbers.
        boolean demonstration =
                context.getEnvironment().getRequiredProperty("diogel.mode").equals("demo");
        System.out.println(
                "Diogel is ready at http://"
                        + (demonstration ? "localhost:" : "127.0.0.1:")
                        + context.getEnvironment().getRequiredProperty("local.server.port"));
        context.getBeanProvider(ReadyLines.class)
                .orderedStream()
                .flatMap(more -> more.lines().stream())
                .forEach(System.out::println);
        System.out.flush();
    }
}
