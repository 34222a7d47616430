package org.diogel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diogel.audit.BackupLedger;
import org.diogel.database.Backups;
import org.diogel.vault.KeyRing;
import org.diogel.vault.KeysPlace;

/// The words `backup`, `restore` and `verify-backup`. Paths are the caller's; the key file is that of
/// `--keys`, `DIOGEL_KEYS` or, for a demonstration's data, the demonstration's own.
final class BackupWords {
    private final Map<String, String> environment;
    private final Path home;
    private final Clock clock;
    private final PrintStream out;

    /// @param home the folder for what Diogel makes by itself, the demonstration's data among it
    BackupWords(Map<String, String> environment, Path home, Clock clock, PrintStream out) {
        this.environment = environment;
        this.home = home;
        this.clock = clock;
        this.out = out;
    }

    int backup(List<String> said) {
        var words = Words.parse(said, Set.of("--data", "--keys", "--forget"), Set.of(), 1);
        var data = data(words);
        if (words.value("--forget").isPresent()) {
            return forget(words, data, Path.of(words.value("--forget").get()));
        }
        var target = folder(words, "backup");
        var made = backups(words, Optional.of(data)).backup(data, target);
        var rows = made.rows().values().stream().mapToLong(Long::longValue).sum();
        out.println(
                "Backed up " + rows + " rows in " + made.files() + " files to " + target + ".");
        out.println(
                "While it serves Diogel ships every change there, until ./diogel backup --forget "
                        + target
                        + ".");
        return 0;
    }

    private int forget(Words words, Path data, Path target) {
        if (!words.plain().isEmpty()) {
            throw Refused.words("Name one folder: ./diogel backup --forget DIR.");
        }
        if (!backups(words, Optional.of(data)).forget(data, target)) {
            throw Refused.impossible(data + " is not backed up to " + target + ".");
        }
        out.println("Nothing more goes to " + target + "; what is in it stays.");
        return 0;
    }

    int restore(List<String> said) {
        var words = Words.parse(said, Set.of("--data", "--keys", "--until", "--keystore"), Set.of(), 1);
        var target = folder(words, "restore");
        var data =
                words.value("--data")
                        .map(Path::of)
                        .orElseThrow(
                                () -> Refused.words("Name the new data folder by --data DIR."));
        var keys = keys(words, Optional.empty());
        var ring = KeyRing.load(keys, true);
        var restored =
                new Backups(ring, clock)
                        .restore(
                                target,
                                data,
                                words.value("--until").map(BackupWords::time),
                                words.value("--keystore"));
        if (ring.isDemo()) {
            new DemoFolder(data).adopt(keys);
        }
        out.println("Restored the backup of " + restored.base() + " to " + data + ".");
        out.println(
                restored.lastChange()
                        .map(last -> "The last change in it was made at " + last + " UTC.")
                        .orElse("Nothing was changed after that backup."));
        return 0;
    }

    int verify(List<String> said) {
        var words = Words.parse(said, Set.of("--data", "--keys", "--scratch"), Set.of(), 1);
        var target = folder(words, "verify-backup");
        var data = words.data(environment);
        // Decrypted data never goes into the machine's shared folder for temporary files.
        var parent = words.value("--scratch").map(Path::of).orElse(data.orElse(home));
        var ring = KeyRing.load(keys(words, data), true);
        var report =
                new Backups(ring, clock).verify(target, parent, new BackupLedger(ring, data, clock));
        out.println(report.text());
        return report.isSound() ? 0 : 3;
    }

    private static Path folder(Words words, String word) {
        if (words.plain().isEmpty()) {
            throw Refused.words("Name the backup's folder: ./diogel " + word + " DIR.");
        }
        return Path.of(words.plain().getFirst()).toAbsolutePath().normalize();
    }

    private Path data(Words words) {
        return words.data(environment)
                .or(() -> Optional.of(home.resolve("demo")).filter(demo -> new DemoFolder(demo).isMarked()))
                .orElseThrow(
                        () ->
                                Refused.words(
                                        "Say where the data is kept: --data DIR, or set"
                                                + " DIOGEL_DATA."));
    }

    private Backups backups(Words words, Optional<Path> data) {
        return new Backups(KeyRing.load(keys(words, data), true), clock);
    }

    /// A demonstration's data has its own keys; otherwise those that were set, and only then the
    /// usual demonstration's.
    private Path keys(Words words, Optional<Path> data) {
        var set = Optional.ofNullable(environment.get("DIOGEL_KEYS")).filter(s -> !s.isBlank());
        var asked =
                words.value("--keys")
                        .or(() -> data.flatMap(BackupWords::demoKeys))
                        .or(() -> set)
                        .or(() -> demoKeys(home.resolve("demo")));
        return KeysPlace.find(asked, environment);
    }

    private static Optional<String> demoKeys(Path data) {
        return Optional.of(new DemoFolder(data))
                .filter(DemoFolder::isMarked)
                .map(folder -> folder.keys().toString());
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Refused.words("--until is a time such as 2026-11-23T10:15:30Z.");
        }
    }
}
