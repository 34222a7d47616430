package org.diogel.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What `./diogel keys check` looks for; one sentence for each thing found.
final class KeysCheck {
    /// A rotation a month, with a day's grace: settled in ARCHITECTURE, keys.
    private static final int DAYS = 31;

    private KeysCheck() {}

    static List<String> run(KeyRing ring, KeyStore store, Path folder, Clock clock) {
        List<String> found = new ArrayList<>();
        long closed = store.ids().stream().filter(id -> !opens(store, id)).count();
        if (closed + store.damaged() > 0) {
            found.add(
                    (closed + store.damaged())
                            + " keys of the key store do not open; put back the newest copy of"
                            + " keys.slots from the key store's own backup.");
        }
        if (ring.keks().size() > 1) {
            found.add("A rotation was cut short; finish it with ./diogel keys rotate.");
        }
        if (daysSince(ring.newest(), clock) > DAYS) {
            found.add(
                    "The wrapping key "
                            + ring.newest()
                            + " is more than a month old; run ./diogel keys rotate.");
        }
        found.addAll(openFiles(folder));
        return found;
    }

    /// A key knows its month only: counted from the last day of it, so that a key is never called
    /// old too soon.
    private static long daysSince(Kek kek, Clock clock) {
        LocalDate made = YearMonth.parse(kek.id().substring(0, 7)).atEndOfMonth();
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay()
                - made.toEpochDay();
    }

    private static boolean opens(KeyStore store, KeyId id) {
        try {
            Arrays.fill(store.key(id), (byte) 0);
            return true;
        } catch (KeyGone | SealBroken e) {
            return false;
        }
    }

    private static List<String> openFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.toList()) {
                if (Files.getPosixFilePermissions(file).stream().anyMatch(KeysCheck::forOthers)) {
                    found.add("Others can read " + file + "; close it with: chmod go= " + file);
                }
            }
            return found;
        } catch (IOException e) {
            return List.of("The folder " + folder + " cannot be read; let this user read it.");
        }
    }

    private static boolean forOthers(PosixFilePermission permission) {
        return !permission.name().startsWith("OWNER");
    }
}
