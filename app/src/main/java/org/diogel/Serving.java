package org.diogel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diogel.database.DatabaseSettings;
import org.diogel.database.EmbeddedPostgres;
import org.diogel.database.Migrations;
import org.diogel.database.SafetyCheck;
import org.diogel.kernel.ReadyLines;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Brings the house up, from the ground: database, safety check, migrations, then the web server;
/// and takes it down in the other order within ten seconds of `SIGTERM`.
final class Serving {
    private final Path data;
    private final Map<String, String> environment;
    private final List<String> settings = new ArrayList<>();

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
        // Runs after the web server and everything else of Spring's has stopped.
        SpringApplication.getShutdownHandlers().add(postgres::close);
        return postgres.settings();
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
