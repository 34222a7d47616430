package org.diogel.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The keys that are kept apart from everything they protect: one file readable by its owner only,
/// one key a line (`purpose=base64 of 32 bytes`). Immutable; safe for many threads.
///
/// Purposes: `kek.YYYY-MM` (one or, during a rotation, several key-encryption keys), the `mac.…`
/// keys of [MacKey], the `seal.…` keys of [SealKey], and `backup`.
public final class KeyRing {
    static final String KEK = "kek.";
    private static final String BACKUP = "backup";
    private static final String CHECKPOINTS = "checkpoints of the record";

    private final NavigableMap<String, byte[]> keys;
    private final boolean demo;

    KeyRing(NavigableMap<String, byte[]> keys, boolean demo) {
        this.keys = new TreeMap<>(keys);
        this.demo = demo;
    }

    /// Reads and checks a ring.
    ///
    /// @param demoAllowed whether a ring made for the demonstration may be used
    /// @throws KeysRefused with one sentence that says what to do
    public static KeyRing load(Path file, boolean demoAllowed) {
        KeyRing ring = RingFile.read(file);
        ring.requireSound(file);
        if (ring.demo && !demoAllowed) {
            throw new KeysRefused(
                    "The key file "
                            + file
                            + " was made for the demonstration; make your own with ./diogel keys init.");
        }
        return ring;
    }

    /// Makes a ring of fresh random keys; refuses to replace a file.
    public static KeyRing create(Path file, Clock clock) {
        KeyRing ring = fresh(clock, false);
        RingFile.create(file, ring);
        return ring;
    }

    /// Makes a ring that only the demonstration accepts.
    public static KeyRing createDemo(Path file, Clock clock) {
        KeyRing ring = fresh(clock, true);
        RingFile.create(file, ring);
        return ring;
    }

    /// The key that encrypts backups: 32 bytes.
    public byte[] backupKey() {
        return key(BACKUP).clone();
    }

    /// The seed of the key that signs checkpoints of the record: 32 bytes. Made from another key of the
    /// ring, so that rings from before have it too. Never from the context's: the database knows that.
    public byte[] checkpointSeed() {
        return Aead.mac(key(MacKey.LOOKUP), CHECKPOINTS.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isDemo() {
        return demo;
    }

    byte[] key(MacKey purpose) {
        byte[] key = key(purpose.ringName);
        return purpose.label.isEmpty()
                ? key
                : Aead.mac(key, purpose.label.getBytes(StandardCharsets.UTF_8));
    }

    byte[] key(SealKey purpose) {
        return key(purpose.ringName);
    }

    Kek newest() {
        return keks().getLast();
    }

    Optional<Kek> kek(String id) {
        return Optional.ofNullable(keys.get(KEK + id)).map(key -> new Kek(id, key));
    }

    /// Oldest first.
    List<Kek> keks() {
        return keys.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(KEK))
                .map(entry -> new Kek(entry.getKey().substring(KEK.length()), entry.getValue()))
                .sorted(Comparator.comparing(Kek::id))
                .toList();
    }

    /// This ring and one more key-encryption key, the newest.
    KeyRing withNewKek(Clock clock) {
        NavigableMap<String, byte[]> more = new TreeMap<>(keys);
        more.put(KEK + nextKekId(clock), Aead.random(Aead.KEY_BYTES));
        return new KeyRing(more, demo);
    }

    /// This ring with its newest key-encryption key only.
    KeyRing withNewestKekOnly() {
        NavigableMap<String, byte[]> fewer = new TreeMap<>(keys);
        fewer.keySet().removeIf(n -> n.startsWith(KEK) && !n.equals(KEK + newest().id()));
        return new KeyRing(fewer, demo);
    }

    NavigableMap<String, byte[]> entries() {
        return keys;
    }

    static Set<String> purposes() {
        Set<String> names = new HashSet<>(Set.of(BACKUP));
        Stream.of(MacKey.values()).map(m -> m.ringName).forEach(names::add);
        Stream.of(SealKey.values()).map(s -> s.ringName).forEach(names::add);
        return names;
    }

    private String nextKekId(Clock clock) {
        String month = YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
        String id = month;
        // A clock set back must not make the new key look older than the one it replaces.
        for (int n = 2; !keks().isEmpty() && id.compareTo(newest().id()) <= 0; n++) {
            if (n > 99) {
                throw new KeysRefused(
                        "The newest key is dated "
                                + newest().id()
                                + "; set this machine's clock right and run ./diogel keys rotate again.");
            }
            id = "%s.%02d".formatted(month, n);
        }
        return id;
    }

    private byte[] key(String name) {
        byte[] key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException("No key for " + name);
        }
        return key;
    }

    private static KeyRing fresh(Clock clock, boolean demo) {
        NavigableMap<String, byte[]> keys = new TreeMap<>();
        purposes().forEach(name -> keys.put(name, Aead.random(Aead.KEY_BYTES)));
        return new KeyRing(keys, demo).withNewKek(clock);
    }

    private void requireSound(Path file) {
        if (keks().isEmpty()) {
            throw missing(file, KEK + "YYYY-MM");
        }
        purposes().stream()
                .sorted()
                .filter(name -> !keys.containsKey(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw missing(file, name);
                        });
        Set<String> seen = new HashSet<>();
        keys.forEach(
                (name, key) -> {
                    boolean weak = new String(key, StandardCharsets.ISO_8859_1)
                                    .chars()
                                    .distinct()
                                    .count()
                            < 8;
                    if (weak || !seen.add(Base64.getEncoder().encodeToString(key))) {
                        throw new KeysRefused(
                                "The key "
                                        + name
                                        + " in "
                                        + file
                                        + " is not random or is used twice; put back your copy of"
                                        + " the file, or make a new one with ./diogel keys init.");
                    }
                });
    }

    private static KeysRefused missing(Path file, String name) {
        return new KeysRefused(
                "The key file "
                        + file
                        + " has no key "
                        + name
                        + "; put back your copy of the file, or make a new one with"
                        + " ./diogel keys init.");
    }

    @Override
    public String toString() {
        return "KeyRing[" + keys.size() + " keys" + (demo ? ", demo" : "") + "]";
    }
}
