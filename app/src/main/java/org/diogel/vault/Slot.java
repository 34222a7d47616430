package org.diogel.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// One wrapped data key as it lies in `keys.slots`, 128 bytes:
///
/// | bytes | what |
/// |---|---|
/// | 0 | state: 1 in use, 0 free or destroyed (then the whole slot is zeros) |
/// | 1–3 | zero |
/// | 4–19 | key id |
/// | 20–35 | id of the key-encryption key, ASCII, zero-filled |
/// | 36–43 | day it was made, days since 1970 (no time of day: it would date a report) |
/// | 44–55 | nonce |
/// | 56–103 | AES-256-GCM of the data key, bound to bytes 4–43 |
/// | 104–123 | zero |
/// | 124–127 | CRC-32C of bytes 0–123 |
///
/// 128 divides a disk sector, so a slot is written whole or not at all.
final class Slot {
    static final int BYTES = 128;
    static final int KEK_NAME_BYTES = 16;
    private static final int CRC_AT = 124;

    private final byte[] bytes;

    private Slot(byte[] bytes) {
        this.bytes = bytes;
    }

    static Slot wrap(KeyId id, Kek kek, long day, byte[] key) {
        byte[] bytes = new byte[BYTES];
        byte[] nonce = Aead.random(Aead.NONCE_BYTES);
        ByteBuffer out = ByteBuffer.wrap(bytes);
        out.put(0, (byte) 1);
        out.position(4);
        out.putLong(id.value().getMostSignificantBits());
        out.putLong(id.value().getLeastSignificantBits());
        out.put(Arrays.copyOf(kek.id().getBytes(StandardCharsets.US_ASCII), KEK_NAME_BYTES));
        out.putLong(day);
        out.put(nonce);
        out.put(Aead.encrypt(kek.key(), nonce, Arrays.copyOfRange(bytes, 4, 44), key));
        out.putInt(CRC_AT, crc(bytes));
        return new Slot(bytes);
    }

    /// The slot, or null when the bytes are not a whole slot in use.
    static @Nullable Slot read(byte[] bytes) {
        boolean whole = bytes.length == BYTES && bytes[0] == 1;
        return whole && ByteBuffer.wrap(bytes).getInt(CRC_AT) == crc(bytes)
                ? new Slot(bytes)
                : null;
    }

    static boolean isFree(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    KeyId id() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new KeyId(new UUID(in.getLong(4), in.getLong(12)));
    }

    String kekId() {
        int end = 20;
        while (end < 36 && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 20, end - 20, StandardCharsets.US_ASCII);
    }

    long day() {
        return ByteBuffer.wrap(bytes).getLong(36);
    }

    byte[] unwrap(Kek kek) {
        return Aead.decrypt(
                kek.key(),
                Arrays.copyOfRange(bytes, 44, 56),
                Arrays.copyOfRange(bytes, 4, 44),
                Arrays.copyOfRange(bytes, 56, 104));
    }

    /// Whether a ring has the key-encryption key, and it is the right one.
    boolean opens(KeyRing ring) {
        Kek kek = ring.kek(kekId()).orElse(null);
        if (kek == null) {
            return false;
        }
        try {
            Arrays.fill(unwrap(kek), (byte) 0);
            return true;
        } catch (SealBroken e) {
            return false;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CRC_AT);
        return (int) crc.getValue();
    }
}
