package org.diogel.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.diogel.kernel.Durable;
import org.diogel.kernel.ProcessLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wrapped data keys in `keystore/keys.slots`, apart from the database. Safe for many threads; a
/// file lock keeps a second process out.
///
/// Writers queue; whoever holds the lock writes and syncs for all who wait, so many new keys cost
/// one sync. A write that went wrong is cut off again and costs whoever waited for it, no more. After
/// a sync that went wrong nothing more is written: the system may have dropped what it could not
/// write, so only a restart tells the truth.
final class KeyStore implements AutoCloseable {
    static final String NAME = "keys.slots";

    private static final Logger LOG = LoggerFactory.getLogger(KeyStore.class);

    /// How the file is opened; a test puts one in between that breaks.
    interface Opener {
        SlotFile open(Path path) throws IOException;
    }

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

    private KeyStore(Path path, KeyRing ring, Clock clock, ProcessLock lock, Opener opener)
            throws IOException {
        this.path = path;
        this.ring = ring;
        this.clock = clock;
        this.lock = lock;
        this.file = opener.open(path);
        load();
    }

    /// Opens the store of a folder.
    ///
    /// @throws KeysRefused when there is none, another process has it, or the ring does not open it
    static KeyStore open(Path folder, KeyRing ring, Clock clock) {
        return open(folder, ring, clock, SlotFile::new);
    }

    static KeyStore open(Path folder, KeyRing ring, Clock clock, Opener opener) {
        Path path = folder.resolve(NAME);
        if (!Files.exists(path)) {
            throw new KeysRefused(
                    "There is no key store in "
                            + folder
                            + "; name Diogel's data folder, or put its folder keystore back from"
                            + " the backup.");
        }
        ProcessLock lock = null;
        try {
            lock = ProcessLock.tryTake(folder.resolve("keys.lock")).orElseThrow(KeyStore::isRunning);
            // Left by a rotation that was killed before it took effect.
            Files.deleteIfExists(folder.resolve(NAME + ".new"));
            // Of an older copy, or where a crash came in between.
            Destroyed.apply(folder);
            return new KeyStore(path, ring, clock, lock, opener);
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

    private static KeysRefused isRunning() {
        return new KeysRefused("Diogel is running on this data; stop it first, then try again.");
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
            if (!mine.durable) {
                // It went down with the write of another who waited.
                throw didNotWrite(null);
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
                sync();
                known.forEach(index::remove);
            }
        } catch (IOException e) {
            throw didNotWrite(e);
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
                SlotFile.create(fresh, file.installation());
                SlotFile target = new SlotFile(fresh);
                file.copyInto(target, next);
                target.sync();
                Durable.place(fresh, path);
                file.eraseAndClose();
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
        long first;
        try {
            synchronized (reading) {
                first = file.append(slots);
            }
        } catch (IOException e) {
            cutOff();
            throw didNotWrite(e);
        }
        // Outside the readers' lock: reading goes on while the disk works.
        sync();
        for (int i = 0; i < batch.size(); i++) {
            index.put(batch.get(i).id, new Entry(first + i, day));
            batch.get(i).durable = true;
        }
    }

    /// What was half written; when even that cannot be done, the next write goes over it.
    private void cutOff() {
        try {
            synchronized (reading) {
                file.trim();
            }
        } catch (IOException e) {
            LOG.warn("What was half written stays in the key store until the next write");
        }
    }

    private void sync() {
        try {
            file.sync();
        } catch (IOException e) {
            LOG.error("The key store was not forced to disk: nothing more is written to it until"
                    + " Diogel is started again");
            throw broke(e);
        }
    }

    private void load() throws IOException {
        index.clear();
        damaged = 0;
        Map<String, Boolean> proved = new HashMap<>();
        for (long n = 0; n < file.size(); n++) {
            byte[] bytes = file.bytesAt(n);
            Slot slot = Slot.read(bytes);
            if (slot != null) {
                if (!proved.getOrDefault(slot.kekId(), false)) {
                    proved.put(slot.kekId(), slot.opens(ring));
                }
                index.put(slot.id(), new Entry(n, slot.day()));
            } else if (!Slot.isFree(bytes)) {
                damaged++;
            }
        }
        proved.forEach(this::requireKek);
    }

    /// One key that opens is enough: a few that do not are for `keys check` to find.
    private void requireKek(String id, boolean opens) {
        if (!opens) {
            throw new KeysRefused(
                    ring.kek(id).isEmpty()
                            ? "The key file has no key kek."
                                    + id
                                    + ", which the key store needs; put back the key file that"
                                    + " belongs to this data."
                            : "The key file does not open the key store; put back the key file that"
                                    + " belongs to this data.");
        }
    }

    /// Whether a new key could be kept.
    boolean isSound() {
        return !broken;
    }

    private void requireSound() {
        if (broken) {
            throw new IllegalStateException(
                    "The key store could not write and waits for a restart");
        }
    }

    private UncheckedIOException broke(IOException e) {
        broken = true;
        return didNotWrite(e);
    }

    private static UncheckedIOException didNotWrite(@Nullable IOException e) {
        return new UncheckedIOException(
                "The key store could not write", e == null ? new IOException("not written") : e);
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
