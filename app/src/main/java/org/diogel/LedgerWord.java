package org.diogel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diogel.audit.LedgerCommand;
import org.diogel.database.Beside;
import org.diogel.database.DatabaseSettings;
import org.diogel.vault.KeyRing;
import org.diogel.vault.KeysPlace;

/// The word `ledger verify`: works beside a serving Diogel, or starts the folder's database for as long
/// as it takes. A demonstration's data has its own keys.
final class LedgerWord {
    private final Map<String, String> environment;
    private final Path home;
    private final PrintStream out;

    /// @param home the folder for what Diogel makes by itself, the demonstration's data among it
    LedgerWord(Map<String, String> environment, Path home, PrintStream out) {
        this.environment = environment;
        this.home = home;
        this.out = out;
    }

    int run(List<String> said) throws Exception {
        var words = Words.parse(said, Set.of("--data", "--keys", "--checkpoint"), Set.of(), 1);
        if (!words.plain().equals(List.of("verify"))) {
            throw Refused.words("Say what: ./diogel ledger verify.");
        }
        var data =
                words.data(environment)
                        .or(() -> Optional.of(home.resolve("demo")).filter(demo -> new DemoFolder(demo).isMarked()))
                        .orElseThrow(
                                () ->
                                        Refused.words(
                                                "Say where the data is kept: --data DIR, or set"
                                                        + " DIOGEL_DATA."));
        var command =
                new LedgerCommand(
                        KeyRing.load(keys(words, data), true),
                        out,
                        System.err,
                        System.console() != null && System.console().isTerminal());
        var checkpoint = words.value("--checkpoint").map(Path::of);
        var external = DatabaseSettings.external(environment);
        if (external.isPresent() && !new DemoFolder(data).isMarked()) {
            return command.verify(external.get(), data, checkpoint);
        }
        try (var beside = Beside.open(data)) {
            return command.verify(beside.settings(), data, checkpoint);
        }
    }

    private Path keys(Words words, Path data) {
        var demo = new DemoFolder(data);
        return KeysPlace.find(
                words.value("--keys")
                        .or(() -> Optional.of(demo).filter(DemoFolder::isMarked).map(d -> d.keys().toString())),
                environment);
    }
}
