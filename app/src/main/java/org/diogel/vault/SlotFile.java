package org.diogel.vault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file of slots: a header of one slot's size, then slots. Not safe for several threads.
///
/// A plain `RandomAccessFile`, because a `FileChannel` closes itself when a waiting thread is
/// interrupted, and the next report would find the store shut.
final class SlotFile implements AutoCloseable {
    private static final byte[] HEADER =
            Arrays.copyOf(
                    "diogel key store 1\n".getBytes(StandardCharsets.US_ASCII), Slot.BYTES);

    private final RandomAccessFile file;
    private long slots;

    private SlotFile(RandomAccessFile file) {
        this.file = file;
    }

    static void create(Path path) throws IOException {
        Durably.write(path, HEADER, PosixFilePermissions.fromString("rw-------"));
    }

    static SlotFile open(Path path) throws IOException {
        SlotFile opened = new SlotFile(new RandomAccessFile(path.toFile(), "rw"));
        byte[] header = new byte[Slot.BYTES];
        if (Files.size(path) < Slot.BYTES) {
            opened.close();
            throw notAStore(path);
        }
        opened.file.readFully(header);
        if (!Arrays.equals(header, HEADER)) {
            opened.close();
            throw notAStore(path);
        }
        opened.trimTornTail();
        return opened;
    }

    /// What a kill or a power cut left of a slot that nobody was told about: part of one, or one
    /// that was never filled. Whole slots before it stay.
    private void trimTornTail() throws IOException {
        slots = (file.length() - Slot.BYTES) / Slot.BYTES;
        while (slots > 0 && Slot.read(bytesAt(slots - 1)) == null) {
            slots--;
        }
        if (file.length() != Slot.BYTES * (slots + 1)) {
            file.setLength(Slot.BYTES * (slots + 1));
            file.getFD().sync();
        }
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

    void sync() throws IOException {
        file.getFD().sync();
    }

    private static KeysRefused notAStore(Path path) {
        return new KeysRefused(
                "The key store "
                        + path
                        + " is not whole; stop, and put back the newest copy of it from the key"
                        + " store's own backup.");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
