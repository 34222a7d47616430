package org.diogel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.database.DatabaseSettings;
import org.diogel.database.TestDatabase;
import org.diogel.vault.KeyStoreFile;
import org.diogel.vault.TestRing;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Settings of the application under test: the run's database, ring and data folder.
public final class TestApp implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Supplier<DatabaseSettings> database;

    public TestApp() {
        this(TestDatabase::fresh);
    }

    TestApp(Supplier<DatabaseSettings> database) {
        this.database = database;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestRing.ring();
        Path data = TestDatabase.data().resolve("app");
        KeyStoreFile.make(data.resolve("keystore"), UUID.randomUUID());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.ofEntries(
                                        Map.entry("diogel.mode", "demo"),
                                        Map.entry("diogel.keys", TestRing.FILE.toString()),
                                        Map.entry("diogel.data", data.toString()),
                                        Map.entry(
                                                "diogel.sign-in.directories",
                                                TestDirectories.write(data).toString()),
                                        Map.entry("diogel.demo.fill", "false"),
                                        // Everybody comes from one address here.
                                        Map.entry("diogel.report.begin-at-once", "1000000"),
                                        Map.entry("diogel.report.begin-at-once-everywhere", "1000000"),
                                        Map.entry("diogel.evidence.megabytes-at-once", "1000000"),
                                        Map.entry("diogel.brand.demonstration", "true"),
                                        Map.entry("diogel.brand.exit", "http://elsewhere.invalid/weather"),
                                        Map.entry("server.address", "127.0.0.1"))));
        try {
            FreshDatabase.forgetCheckpoint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.getBeanFactory().registerSingleton("databaseSettings", database.get());
    }
}
