package org.diogel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.diogel.account.InviteCommand;
import org.diogel.database.Beside;
import org.diogel.database.DatabaseSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The word `invite`: works beside a serving Diogel, and before it was ever started.
final class InviteWord {
    private final Map<String, String> environment;

    InviteWord(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(Path data, Words said) throws Exception {
        var external = DatabaseSettings.external(environment);
        if (external.isPresent()) {
            return run(external.get(), data, said);
        }
        try (var beside = Beside.open(data)) {
            return run(beside.settings(), data, said);
        }
    }

    private static int run(DatabaseSettings database, Path data, Words said) {
        var demo = new DemoFolder(data);
        Serving.prepare(database, data, demo.isMarked());
        var settings = new ArrayList<String>();
        settings.add("--diogel.data=" + data.toAbsolutePath());
        // The key store, the background work and the context's key are the server's.
        settings.add("--diogel.beside=true");
        settings.add("--spring.main.lazy-initialization=true");
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
            return context.getBean(InviteCommand.class)
                    .run(
                            said.value("--administrator").orElse(""),
                            said.value("--agency").orElse(""),
                            said.value("--email").orElse(""));
        }
    }
}
