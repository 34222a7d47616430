package org.diogel.vault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.kernel.Durable;

/// The list of keys that were destroyed because what they sealed was erased: ids, a line each, beside the
/// key store and never in the database. Put over an older copy of the store it destroys them there too.
/// A line is on disk before its key is overwritten. Kept for ever: an id whose key is gone is nobody's.
public final class Destroyed {

    /// The file's name in the folder of the key store.
    public static final String NAME = "destroyed.list";

    private static final int UUID_LENGTH = 36;

    private Destroyed() {}

    /// Those of that folder; what a crash left of a line is passed over.
    public static Set<KeyId> of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? read(Files.readAllBytes(file)) : Set.of();
    }

    public static Set<KeyId> read(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.length() == UUID_LENGTH)
                .map(line -> new KeyId(UUID.fromString(line)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The same as a file of it.
    public static byte[] bytes(Collection<KeyId> keys) {
        return keys.stream()
                .map(key -> key.value() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Durable when this returns.
    static void add(Path folder, Collection<KeyId> keys) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            Durable.write(file, new byte[0]);
        }
        try (RandomAccessFile list = new RandomAccessFile(file.toFile(), "rw")) {
            // Whole lines only: a torn one would swallow the next.
            list.seek(list.length() - list.length() % (UUID_LENGTH + 1));
            list.write(bytes(keys));
            list.getFD().sync();
        }
    }

    /// Destroys in the store of a folder, which nobody has open, what its list says.
    ///
    /// @return how many there were
    public static int apply(Path folder) throws IOException {
        Set<KeyId> gone = of(folder);
        Path store = folder.resolve(KeyStore.NAME);
        if (gone.isEmpty() || !Files.exists(store)) {
            return 0;
        }
        int destroyed = 0;
        try (SlotFile file = new SlotFile(store)) {
            for (long n = 0; n < file.size(); n++) {
                Slot slot = file.at(n);
                if (slot != null && gone.contains(slot.id())) {
                    file.erase(n);
                    destroyed++;
                }
            }
            file.sync();
        }
        return destroyed;
    }

    /// Both lists, each key once.
    public static byte[] merged(byte[] one, byte[] other) {
        Set<KeyId> all = new LinkedHashSet<>(read(one));
        all.addAll(read(other));
        return bytes(List.copyOf(all));
    }
}
