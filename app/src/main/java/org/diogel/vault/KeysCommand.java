package org.diogel.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `./diogel keys init|rotate|check`: results on standard output, what was found unsafe on standard
/// error. Exit 0 done, 3 found unsafe.
public final class KeysCommand {
    private final Map<String, String> environment;
    private final Clock clock;

    public KeysCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /// What may follow `keys`.
    public enum Job {
        /// Makes a key file that only its owner can read.
        INIT,
        /// Wraps every key anew and throws the old wrapping keys away; once a month, with Diogel
        /// stopped.
        ROTATE,
        /// Proves that every key opens and that nobody else can read the files.
        CHECK;

        public static Optional<Job> find(String said) {
            return Arrays.stream(values())
                    .filter(job -> job.name().toLowerCase(Locale.ROOT).equals(said))
                    .findFirst();
        }
    }

    /// @param keys the key file that was named, and `data` the data folder
    /// @throws KeysRefused with one sentence that says what to do
    public int run(Job job, Optional<String> keys, Optional<Path> data) {
        Path file = KeysPlace.find(keys, environment);
        return switch (job) {
            case INIT -> init(file);
            case ROTATE -> rotate(file, keys, folder(data));
            case CHECK -> check(file, folder(data));
        };
    }

    private int init(Path file) {
        KeyRing.create(file, clock);
        System.out.println("Made the key file " + file + ".");
        System.out.println(
                "Keep a copy of it apart from the data and its backups: without it nothing opens.");
        return 0;
    }

    private int rotate(Path file, Optional<String> keys, Path folder) {
        if (keys.isEmpty() && environment.get("DIOGEL_KEYS") == null) {
            throw new KeysRefused(
                    "A systemd credential cannot be changed from here; run ./diogel keys rotate"
                            + " --keys FILE with the file it is made from.");
        }
        KeyRing ring = KeyRing.load(file, true);
        try (KeyStore store = KeyStore.open(folder, ring, clock)) {
            new Rotation(file, ring, clock).run(store);
            System.out.println(
                    "Wrapped "
                            + store.size()
                            + " keys under "
                            + KeyRing.load(file, true).newest()
                            + " and threw the older wrapping keys away.");
            System.out.println("Replace your copy of " + file + " now, and destroy the old copy.");
            System.out.println(
                    "Make a backup at once: what was backed up before opens with the old key only.");
        }
        return 0;
    }

    private int check(Path file, Path folder) {
        KeyRing ring = KeyRing.load(file, true);
        try (KeyStore store = KeyStore.open(folder, ring, clock)) {
            List<String> found = KeysCheck.run(ring, store, folder, clock);
            if (!found.isEmpty()) {
                found.forEach(System.err::println);
                return 3;
            }
            System.out.println(
                    "All " + store.size() + " keys open; newest wrapping key " + ring.newest() + ".");
        }
        return 0;
    }

    private static Path folder(Optional<Path> data) {
        return data.orElseThrow(
                        () ->
                                new KeysRefused(
                                        "Say which data folder: --data DIR, or set DIOGEL_DATA."))
                .resolve("keystore");
    }
}
