package org.diogel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diogel.account.InviteCommand;
import org.diogel.database.Beside;
import org.diogel.database.DatabaseSettings;
import org.diogel.database.Migrations;
import org.diogel.database.SafetyCheck;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The word `invite`: works beside a serving Diogel, and before it was ever started.
final class InviteWord {
    private final Map<String, String> environment;

    InviteWord(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(Path data, List<String> said) throws Exception {
        var external = DatabaseSettings.external(environment);
        if (external.isPresent()) {
            return run(external.get(), data, said);
        }
        try (var beside = Beside.open(data)) {
            return run(beside.settings(), data, said);
        }
    }

    private static int run(DatabaseSettings database, Path data, List<String> said) {
        SafetyCheck.check(database);
        Migrations.run(database, Migrations.FEATURES);
        var settings = new ArrayList<String>();
        settings.add("--diogel.data=" + data.toAbsolutePath());
        // The key store is the server's; the link needs only the ring.
        settings.add("--diogel.beside=true");
        settings.add("--spring.main.lazy-initialization=true");
        var demo = new DemoFolder(data);
        if (demo.isMarked()) {
            settings.add("--diogel.mode=demo");
            settings.add("--diogel.keys=" + demo.keys().toAbsolutePath());
        }
        try (var context =
                new SpringApplicationBuilder(DiogelApplication.class)
                        .web(WebApplicationType.NONE)
                        .initializers(
                                made ->
                                        made.getBeanFactory()
                                                .registerSingleton("databaseSettings", database))
                        .run(settings.toArray(String[]::new))) {
            return context.getBean(InviteCommand.class).run(said);
        }
    }

    /// Takes `--data DIR` out of the words, wherever it stands; the rest is the command's own.
    static Optional<Path> takeData(List<String> words) {
        var at = words.indexOf("--data");
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            throw Refused.words("After --data comes a value.");
        }
        words.remove(at);
        return Optional.of(Path.of(words.remove(at)));
    }
}
