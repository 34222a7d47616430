package org.diogel.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The door: seals, opens, destroys, hashes. Safe for many threads.
public final class Vault implements AutoCloseable {
    private final KeyRing ring;
    private final @Nullable KeyStore store;
    private final Path folder;

    Vault(KeyRing ring, @Nullable KeyStore store, Path folder) {
        this.ring = ring;
        this.store = store;
        this.folder = folder;
    }

    /// Opens the vault of a data folder, whose key store is there ([KeyStoreFile#make]).
    ///
    /// @throws KeysRefused with one sentence that says what to do
    public static Vault open(KeyRing ring, Path data, Clock clock) {
        Path folder = data.resolve("keystore");
        return new Vault(ring, KeyStore.open(folder, ring, clock), folder);
    }

    /// A vault for a command that runs beside a serving Diogel: it hashes and seals under the keys of
    /// the ring, and has no data keys.
    static Vault ofRing(KeyRing ring) {
        return new Vault(ring, null, Path.of(""));
    }

    /// A new data key. It is durable before this returns, so a row may name it at once.
    public KeyId newKey() {
        return store().newKey();
    }

    /// Seals under a data key, for this place only. Lengths are padded.
    ///
    /// @throws KeyGone when the key was destroyed
    public byte[] seal(KeyId id, Place place, byte[] plain) {
        byte[] key = store().key(id);
        try {
            return Aead.seal(key, context(id, place), plain);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @throws KeyGone when the key was destroyed
    /// @throws SealBroken when the bytes were changed or belong to another place or key
    public byte[] open(KeyId id, Place place, byte[] sealed) {
        byte[] key = store().key(id);
        try {
            return Aead.open(key, context(id, place), sealed);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Seals a big value in pieces of [Pieces#SIZE] bytes, each for its own place in it: no piece can
    /// be left out at the end, put in another place or taken from another value unnoticed.
    ///
    /// @param whole at least one byte
    /// @param sink takes each sealed piece with its number, from 0
    /// @throws KeyGone when the key was destroyed
    public void sealPieces(KeyId id, Place place, byte[] whole, Pieces.Sink sink) {
        byte[] key = store().key(id);
        try {
            Pieces.seal(key, context(id, place), whole, sink);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The whole value, when every piece is there, in order and untouched.
    ///
    /// @param size of the whole in bytes
    /// @throws KeyGone when the key was destroyed
    /// @throws SealBroken when anything is missing, changed, moved, or of another length
    public byte[] openPieces(KeyId id, Place place, int size, Iterator<byte[]> sealed) {
        byte[] key = store().key(id);
        try {
            return Pieces.open(key, context(id, place), size, sealed);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Destroys a data key for good; durable before this returns. A key that is gone stays gone, also
    /// where an older copy of the key store is put back ([Destroyed]).
    ///
    /// Not part of a database transaction: call it after the commit that removes the row.
    public void destroy(KeyId id) {
        KeyStore keys = store();
        try {
            synchronized (this) {
                Destroyed.add(folder, List.of(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list of destroyed keys was not written", e);
        }
        keys.destroy(List.of(id));
    }

    /// Destroys keys that nothing names any more. An older copy of the key store brings them back, should
    /// that have been a mistake.
    public void destroy(Collection<KeyId> ids) {
        store().destroy(ids);
    }

    /// Keys that were destroyed one by one, because what they sealed was erased.
    public Set<KeyId> destroyed() {
        try {
            return store == null ? Set.of() : Destroyed.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of destroyed keys cannot be read", e);
        }
    }

    /// Whether the key can still open things.
    public boolean holds(KeyId id) {
        return store().holds(id);
    }

    /// Keys made before this instant's day (UTC), to find keys whose row was never written.
    public Stream<KeyId> olderThan(Instant instant) {
        return store().olderThan(instant);
    }

    /// HMAC-SHA-256 (32 bytes) under the purpose's own key. Compare with
    /// `MessageDigest.isEqual`.
    public byte[] mac(MacKey purpose, byte[] message) {
        return Aead.mac(ring.key(purpose), message);
    }

    /// Seals under a key of the ring: for what is not erased one by one.
    public byte[] sealUnder(SealKey purpose, Place place, byte[] plain) {
        return Aead.seal(ring.key(purpose), place.bytes(), plain);
    }

    /// @throws SealBroken when the bytes were changed or belong to another place or purpose
    public byte[] openUnder(SealKey purpose, Place place, byte[] sealed) {
        return Aead.open(ring.key(purpose), place.bytes(), sealed);
    }

    /// How many data keys there are.
    public int size() {
        return store().size();
    }

    /// Whether a new key could be kept: false from a disk that lost something until a restart.
    public boolean isSound() {
        return store == null || store.isSound();
    }

    private static byte[] context(KeyId id, Place place) {
        byte[] rest = place.bytes();
        return ByteBuffer.allocate(16 + rest.length)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .put(rest)
                .array();
    }

    private KeyStore store() {
        if (store == null) {
            throw new IllegalStateException("Data keys belong to the serving Diogel");
        }
        return store;
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    public String toString() {
        return "Vault[" + ring + (store == null ? "" : ", " + store) + "]";
    }
}
