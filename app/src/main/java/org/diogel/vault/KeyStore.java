package org.diogel.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Wrapped data keys in `keystore/keys.slots`, apart from the database. Safe for many threads; a
/// file lock keeps a second process out.
///
/// Writers queue; whoever holds the lock writes and syncs for all who wait, so many new keys cost
/// one sync. After a sync that went wrong nothing more is written: the kernel may have dropped what
/// it could not write, so only a restart tells the truth.
final class KeyStore implements AutoCloseable {
    private static final String NAME = "keys.slots";

    private record Entry(long slot, long day) {}

    private static final class Waiting {
        final KeyId id = KeyId.random();
        final byte[] key = Aead.random(Aead.KEY_BYTES);
        boolean durable;
    }

    private final Path path;
    private final Clock clock;
    private final ProcessLock lock;
    private final Map<KeyId, Entry> index = new ConcurrentHashMap<>();
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Object reading = new Object();
    private KeyRing ring;
    private SlotFile file;
    private long damaged;
    private volatile boolean broken;

    private KeyStore(Path path, KeyRing ring, Clock clock, ProcessLock lock) throws IOException {
        this.path = path;
        this.ring = ring;
        this.clock = clock;
        this.lock = lock;
        this.file = SlotFile.open(path);
        load();
    }

    /// Opens the store, making it when there is none.
    ///
    /// @throws KeysRefused when another process has it, or the ring lacks a key it needs
    static KeyStore open(Path folder, KeyRing ring, Clock clock) {
        ProcessLock lock = null;
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            lock = ProcessLock.take(folder.resolve("keys.lock"));
            // Left by a rotation that was killed before it took effect.
            Files.deleteIfExists(folder.resolve(NAME + ".new"));
            Path path = folder.resolve(NAME);
            if (!Files.exists(path)) {
                // By way of a rename: a kill here must not leave half a header behind.
                SlotFile.create(folder.resolve(NAME + ".new"));
                Files.move(
                        folder.resolve(NAME + ".new"), path, StandardCopyOption.ATOMIC_MOVE);
                Durably.syncFolder(path);
                Durably.syncFolder(folder);
            }
            return new KeyStore(path, ring, clock, lock);
        } catch (IOException e) {
            release(lock);
            throw new KeysRefused(
                    "The key store in " + folder + " cannot be opened; let this user write there.",
                    e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /// Makes a data key; it is on the disk when this returns.
    KeyId newKey() {
        Waiting mine = new Waiting();
        queue.add(mine);
        writing.lock();
        try {
            if (!mine.durable) {
                writeQueue();
            }
        } finally {
            writing.unlock();
            Arrays.fill(mine.key, (byte) 0);
        }
        return mine.id;
    }

    /// The data key, 32 bytes.
    ///
    /// @throws KeyGone when it was destroyed or never made
    byte[] key(KeyId id) {
        synchronized (reading) {
            Entry entry = index.get(id);
            if (entry == null) {
                throw new KeyGone();
            }
            try {
                Slot slot = file.at(entry.slot);
                if (slot == null || !slot.id().equals(id)) {
                    throw new KeyGone();
                }
                return slot.unwrap(ring.kek(slot.kekId()).orElseThrow(KeyGone::new));
            } catch (IOException e) {
                throw new UncheckedIOException("The key store cannot be read", e);
            }
        }
    }

    /// The id of the key-encryption key that wraps this data key.
    String kekOf(KeyId id) {
        synchronized (reading) {
            Entry entry = index.get(id);
            try {
                Slot slot = entry == null ? null : file.at(entry.slot);
                if (slot == null) {
                    throw new KeyGone();
                }
                return slot.kekId();
            } catch (IOException e) {
                throw new UncheckedIOException("The key store cannot be read", e);
            }
        }
    }

    boolean holds(KeyId id) {
        return index.containsKey(id);
    }

    /// Overwrites the slots with zeros; durable when this returns. Unknown keys are passed over.
    void destroy(Collection<KeyId> ids) {
        writing.lock();
        try {
            requireSound();
            synchronized (reading) {
                List<KeyId> known = ids.stream().filter(index::containsKey).toList();
                for (KeyId id : known) {
                    Entry entry = index.get(id);
                    if (entry != null) {
                        file.erase(entry.slot);
                    }
                }
                file.sync();
                known.forEach(index::remove);
            }
        } catch (IOException e) {
            throw broke(e);
        } finally {
            writing.unlock();
        }
    }

    /// Keys made on a day (UTC) that was over at this instant; a snapshot, in no order.
    Stream<KeyId> olderThan(Instant instant) {
        long day = LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
        return List.copyOf(index.entrySet()).stream()
                .filter(entry -> entry.getValue().day < day)
                .map(Map.Entry::getKey);
    }

    /// Writes every key anew under the newest key-encryption key of this ring, into a new file that
    /// replaces the old one whole, without the slots of destroyed keys. The old file is then
    /// overwritten, so that its wrapped keys do not outlive it.
    void rewrap(KeyRing next) {
        writing.lock();
        try {
            requireSound();
            synchronized (reading) {
                Path fresh = path.resolveSibling(NAME + ".new");
                Files.deleteIfExists(fresh);
                SlotFile.create(fresh);
                SlotFile target = SlotFile.open(fresh);
                copyInto(target, next);
                target.sync();
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
                Durably.syncFolder(path);
                eraseAndClose(file);
                file = target;
                ring = next;
                load();
            }
        } catch (IOException e) {
            throw broke(e);
        } finally {
            writing.unlock();
        }
    }

    /// From now on this ring, which still has every key-encryption key in use.
    void use(KeyRing next) {
        writing.lock();
        try {
            synchronized (reading) {
                ring = next;
            }
        } finally {
            writing.unlock();
        }
    }

    int size() {
        return index.size();
    }

    /// Slots that hold something unreadable: damage, not a torn tail.
    long damaged() {
        return damaged;
    }

    List<KeyId> ids() {
        return List.copyOf(index.keySet());
    }

    private void writeQueue() {
        requireSound();
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
        }
        long day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        List<Slot> slots =
                batch.stream().map(w -> Slot.wrap(w.id, ring.newest(), day, w.key)).toList();
        try {
            long first;
            synchronized (reading) {
                first = file.append(slots);
            }
            // Outside the readers' lock: reading goes on while the disk works.
            file.sync();
            for (int i = 0; i < batch.size(); i++) {
                index.put(batch.get(i).id, new Entry(first + i, day));
                batch.get(i).durable = true;
            }
        } catch (IOException e) {
            throw broke(e);
        }
    }

    private void copyInto(SlotFile target, KeyRing next) throws IOException {
        List<Slot> batch = new ArrayList<>();
        for (long n = 0; n < file.size(); n++) {
            Slot slot = file.at(n);
            if (slot != null) {
                byte[] key = slot.unwrap(next.kek(slot.kekId()).orElseThrow(KeyGone::new));
                batch.add(Slot.wrap(slot.id(), next.newest(), slot.day(), key));
                Arrays.fill(key, (byte) 0);
            }
            if (batch.size() == 1024 || n == file.size() - 1) {
                target.append(batch);
                batch.clear();
            }
        }
    }

    private static void eraseAndClose(SlotFile old) throws IOException {
        try (old) {
            for (long n = 0; n < old.size(); n++) {
                old.erase(n);
            }
            old.sync();
        }
    }

    private void load() throws IOException {
        index.clear();
        damaged = 0;
        for (long n = 0; n < file.size(); n++) {
            byte[] bytes = file.bytesAt(n);
            Slot slot = Slot.read(bytes);
            if (slot != null) {
                requireKek(slot.kekId());
                index.put(slot.id(), new Entry(n, slot.day()));
            } else if (!Slot.isFree(bytes)) {
                damaged++;
            }
        }
    }

    private void requireKek(String id) {
        if (ring.kek(id).isEmpty()) {
            throw new KeysRefused(
                    "The key file has no key kek."
                            + id
                            + ", which the key store needs; put back the key file that belongs to"
                            + " this data.");
        }
    }

    private void requireSound() {
        if (broken) {
            throw new IllegalStateException(
                    "The key store could not write and waits for a restart");
        }
    }

    private UncheckedIOException broke(IOException e) {
        broken = true;
        return new UncheckedIOException("The key store could not write", e);
    }

    private static void release(@Nullable ProcessLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            synchronized (reading) {
                broken = true;
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key store did not close", e);
        } finally {
            lock.close();
            writing.unlock();
        }
    }

    @Override
    public String toString() {
        return "KeyStore[" + index.size() + " keys]";
    }
}
