package org.diogel.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A key store as it lies in a folder or a backup, read without locking or changing it: whose it is,
/// how many keys it holds, and which of them a ring opens.
public final class KeyStoreFile {
    /// The file's name in its folder.
    public static final String NAME = KeyStore.NAME;

    private static final int FEW = 20;

    private final UUID installation;
    private final List<Slot> slots;

    private KeyStoreFile(UUID installation, List<Slot> slots) {
        this.installation = installation;
        this.slots = slots;
    }

    /// The store of that folder; empty when there is none.
    ///
    /// @throws KeysRefused when what is there is no key store
    public static Optional<KeyStoreFile> find(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Files.readAllBytes(file), file.toString()));
        } catch (IOException e) {
            throw new KeysRefused(
                    "The key store " + file + " cannot be read; let this user read it.", e);
        }
    }

    /// @param bytes the whole file
    /// @param where what it is, for the sentence
    /// @throws KeysRefused when it is no key store
    public static KeyStoreFile read(byte[] bytes, String where) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            UUID installation = SlotFile.installation(in.readNBytes(Slot.BYTES), where);
            List<Slot> slots = new ArrayList<>();
            while (in.available() > 0) {
                Slot slot = Slot.read(in.readNBytes(Slot.BYTES));
                if (slot != null) {
                    slots.add(slot);
                }
            }
            return new KeyStoreFile(installation, slots);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    /// Makes an empty store in a folder that has none.
    public static void make(Path folder, UUID installation) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(folder.resolve(NAME))) {
                SlotFile.create(folder.resolve(NAME), installation);
            }
        } catch (IOException e) {
            throw new KeysRefused(
                    "The key store in " + folder + " cannot be made; let this user write there.",
                    e);
        }
    }

    public UUID installation() {
        return installation;
    }

    /// How many keys are in it, destroyed ones not counted.
    public int size() {
        return slots.size();
    }

    /// Whether so many keys cannot go at once without somebody having looked: more than a few, and
    /// more than a twentieth.
    public static boolean isMuch(int gone, int of) {
        return gone > FEW && gone > of / 20;
    }

    /// The keys that really open under this ring.
    public Set<KeyId> opening(KeyRing ring) {
        Set<KeyId> open = new HashSet<>();
        for (Slot slot : slots) {
            if (slot.opens(ring)) {
                open.add(slot.id());
            }
        }
        return open;
    }

    @Override
    public String toString() {
        return "KeyStoreFile[" + slots.size() + " keys]";
    }
}
