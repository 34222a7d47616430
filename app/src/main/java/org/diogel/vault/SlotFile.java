package org.diogel.vault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.Durable;
import org.jspecify.annotations.Nullable;

/// The file of slots: a header of one slot's size that names the installation, then slots. Not safe
/// for several threads.
///
/// A plain `RandomAccessFile`, because a `FileChannel` closes itself when a waiting thread is
/// interrupted, and the next report would find the store shut.
class SlotFile implements AutoCloseable {
    private static final String MARK = "diogel key store 1\n";
    private static final int UUID_LENGTH = 36;

    private final RandomAccessFile file;
    private final UUID installation;
    private long slots;

    SlotFile(Path path) throws IOException {
        byte[] header = new byte[Slot.BYTES];
        if (Files.size(path) < Slot.BYTES) {
            throw notAStore(path.toString());
        }
        file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.readFully(header);
            installation = installation(header, path.toString());
            trimTornTail();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    static void create(Path path, UUID installation) throws IOException {
        String line = MARK + installation + "\n";
        Durable.write(
                path, Arrays.copyOf(line.getBytes(StandardCharsets.US_ASCII), Slot.BYTES));
    }

    /// Whose store a header says it is.
    ///
    /// @param where the file's name, for the sentence
    /// @throws KeysRefused when it is no header
    static UUID installation(byte[] header, String where) {
        String text = new String(header, StandardCharsets.US_ASCII);
        try {
            if (text.startsWith(MARK) && header.length == Slot.BYTES) {
                return UUID.fromString(text.substring(MARK.length(), MARK.length() + UUID_LENGTH));
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw notAStore(where);
    }

    UUID installation() {
        return installation;
    }

    /// What a kill or a power cut left of a slot that nobody was told about: part of one, or one
    /// that was never filled. Whole slots before it stay.
    private void trimTornTail() throws IOException {
        slots = (file.length() - Slot.BYTES) / Slot.BYTES;
        while (slots > 0 && Slot.read(bytesAt(slots - 1)) == null) {
            slots--;
        }
        if (file.length() != Slot.BYTES * (slots + 1)) {
            trim();
            sync();
        }
    }

    /// Cuts off what stands after the last slot.
    void trim() throws IOException {
        file.setLength(Slot.BYTES * (slots + 1));
    }

    long size() {
        return slots;
    }

    byte[] bytesAt(long number) throws IOException {
        byte[] bytes = new byte[Slot.BYTES];
        file.seek(Slot.BYTES * (number + 1));
        file.readFully(bytes);
        return bytes;
    }

    @Nullable Slot at(long number) throws IOException {
        return Slot.read(bytesAt(number));
    }

    /// Appends in one write; durable only after [#sync()]. Returns the number of the first.
    long append(List<Slot> more) throws IOException {
        byte[] bytes = new byte[Slot.BYTES * more.size()];
        for (int i = 0; i < more.size(); i++) {
            System.arraycopy(more.get(i).bytes(), 0, bytes, i * Slot.BYTES, Slot.BYTES);
        }
        long first = slots;
        file.seek(Slot.BYTES * (first + 1));
        file.write(bytes);
        slots += more.size();
        return first;
    }

    void erase(long number) throws IOException {
        file.seek(Slot.BYTES * (number + 1));
        file.write(new byte[Slot.BYTES]);
    }

    /// Every slot in use, wrapped anew under the newest key-encryption key of a ring.
    void copyInto(SlotFile target, KeyRing next) throws IOException {
        List<Slot> batch = new ArrayList<>();
        for (long n = 0; n < slots; n++) {
            Slot slot = at(n);
            if (slot != null) {
                byte[] key = slot.unwrap(next.kek(slot.kekId()).orElseThrow(KeyGone::new));
                batch.add(Slot.wrap(slot.id(), next.newest(), slot.day(), key));
                Arrays.fill(key, (byte) 0);
            }
            if (batch.size() == 1024 || n == slots - 1) {
                target.append(batch);
                batch.clear();
            }
        }
    }

    /// Overwrites every slot: what is left of the file on the disk opens nothing.
    void eraseAndClose() throws IOException {
        try (this) {
            for (long n = 0; n < slots; n++) {
                erase(n);
            }
            sync();
        }
    }

    void sync() throws IOException {
        file.getFD().sync();
    }

    private static KeysRefused notAStore(String where) {
        return new KeysRefused(
                "The key store "
                        + where
                        + " is not whole; stop, and put back the newest copy of it from the key"
                        + " store's own backup.");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
