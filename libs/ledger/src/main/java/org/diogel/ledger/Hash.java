package org.diogel.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 hash: 32 bytes that nobody can change. Safe for many threads.
public final class Hash {

    /// How many bytes a hash has.
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException for anything but 32 bytes
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /// The hash that begins at an offset of many put one after the other.
    ///
    /// @throws IllegalArgumentException where there are not 32 bytes left
    public static Hash at(byte[] many, int offset) {
        if (offset < 0 || offset > many.length - BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes");
        }
        return new Hash(Arrays.copyOfRange(many, offset, offset + BYTES));
    }

    /// @throws IllegalArgumentException for anything but the base 64 of 32 bytes, as [#base64] writes it
    public static Hash fromBase64(String text) {
        Hash read = of(Base64.getDecoder().decode(text));
        if (!read.base64().equals(text)) {
            throw new IllegalArgumentException("A hash is written in base 64 in one way only");
        }
        return read;
    }

    /// Takes what was made here and nobody else holds.
    static Hash own(byte[] bytes) {
        return new Hash(bytes);
    }

    /// A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] shared() {
        return bytes;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// In hexadecimal.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
