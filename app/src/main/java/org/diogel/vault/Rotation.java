package org.diogel.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives every data key a new wrapping and throws the old key-encryption keys away, in three steps
/// each of which can be killed and done again: run from the start, it goes on where it stopped.
///
/// Afterwards an old copy of the key store opens nothing, so what was destroyed before the rotation
/// stays destroyed in old backups too.
final class Rotation {
    private final Path ringFile;
    private final Clock clock;
    private KeyRing ring;

    Rotation(Path ringFile, KeyRing ring, Clock clock) {
        this.ringFile = ringFile;
        this.ring = ring;
        this.clock = clock;
    }

    void run(KeyStore store) {
        addKey();
        rewrap(store);
        dropOldKeys(store);
    }

    /// More than one key means that a rotation was cut short: its new key is used, none is added.
    void addKey() {
        if (ring.keks().size() == 1) {
            ring = ring.withNewKek(clock);
            RingFile.replace(ringFile, ring);
        }
    }

    void rewrap(KeyStore store) {
        store.rewrap(ring);
    }

    void dropOldKeys(KeyStore store) {
        Set<String> inUse =
                store.ids().stream().map(store::kekOf).collect(Collectors.toUnmodifiableSet());
        if (!Set.of(ring.newest().id()).containsAll(inUse)) {
            throw new IllegalStateException("A data key is still under an old key");
        }
        ring = ring.withNewestKekOnly();
        RingFile.replace(ringFile, ring);
        store.use(ring);
    }
}
