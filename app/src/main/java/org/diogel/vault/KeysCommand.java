package org.diogel.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `./diogel keys init|rotate|check [--keys FILE] [--data DIR]`: results on standard output, one
/// sentence on standard error. Exit 0 done, 2 unusable words or keys, 3 found unsafe.
public final class KeysCommand {
    private static final String USAGE =
            """
            Usage: diogel keys init|rotate|check [--keys FILE] [--data DIR]
              init    make a key file (DIOGEL_KEYS or --keys) that only you can read
              rotate  wrap every key anew and throw the old wrapping keys away; once a month,
                      with Diogel stopped
              check   prove that every key opens and that nobody else can read the files
            """;

    private final Map<String, String> environment;
    private final Clock clock;

    KeysCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    public static int main(String[] args) {
        return new KeysCommand(System.getenv(), Clock.systemUTC()).run(List.of(args));
    }

    int run(List<String> words) {
        Map<String, String> options = options(words);
        if (words.isEmpty() || options == null) {
            System.err.print(USAGE);
            return 2;
        }
        try {
            return switch (words.getFirst()) {
                case "init" -> init(options);
                case "rotate" -> rotate(options);
                case "check" -> check(options);
                default -> {
                    System.err.print(USAGE);
                    yield 2;
                }
            };
        } catch (KeysRefused e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int init(Map<String, String> options) {
        Path file = keys(options);
        KeyRing.create(file, clock);
        System.out.println("Made the key file " + file + ".");
        System.out.println(
                "Keep a copy of it apart from the data and its backups: without it nothing opens.");
        return 0;
    }

    private int rotate(Map<String, String> options) {
        Path file = keys(options);
        if (options.get("--keys") == null && environment.get("DIOGEL_KEYS") == null) {
            throw new KeysRefused(
                    "A systemd credential cannot be changed from here; run ./diogel keys rotate"
                            + " --keys FILE with the file it is made from.");
        }
        KeyRing ring = KeyRing.load(file, true);
        try (KeyStore store = KeyStore.open(folder(options), ring, clock)) {
            new Rotation(file, ring, clock).run(store);
            System.out.println(
                    "Wrapped "
                            + store.size()
                            + " keys under "
                            + KeyRing.load(file, true).newest()
                            + " and threw the older wrapping keys away.");
            System.out.println("Replace your copy of " + file + " now, and destroy the old copy.");
        }
        return 0;
    }

    private int check(Map<String, String> options) {
        Path file = keys(options);
        KeyRing ring = KeyRing.load(file, true);
        try (KeyStore store = KeyStore.open(folder(options), ring, clock)) {
            List<String> found = KeysCheck.run(ring, store, folder(options), clock);
            if (!found.isEmpty()) {
                found.forEach(System.err::println);
                return 3;
            }
            System.out.println(
                    "All " + store.size() + " keys open; newest wrapping key " + ring.newest() + ".");
        }
        return 0;
    }

    private Path keys(Map<String, String> options) {
        return KeysPlace.find(Optional.ofNullable(options.get("--keys")), environment);
    }

    private Path folder(Map<String, String> options) {
        String data = options.getOrDefault("--data", environment.getOrDefault("DIOGEL_DATA", ""));
        if (data.isBlank()) {
            throw new KeysRefused("Say which data folder: --data DIR, or set DIOGEL_DATA.");
        }
        return Path.of(data).resolve("keystore");
    }

    /// The options after the word; null when they are not understood.
    private static @Nullable Map<String, String> options(List<String> words) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            boolean known = Arrays.asList("--keys", "--data").contains(words.get(i));
            if (!known || i + 1 >= words.size()) {
                return null;
            }
            options.put(words.get(i), words.get(i + 1));
        }
        return options;
    }
}
