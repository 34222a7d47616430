package org.diogel.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An Ed25519 key that checks notes, with the name it has there. Safe for many threads.
public final class NoteKey {

    static final byte ED25519 = 1;
    static final int KEY_BYTES = 32;

    /// What stands before the 32 bytes of an Ed25519 key in its X.509 form: RFC 8410 §4.
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private NoteKey(String name, byte[] raw, PublicKey key) {
        this.name = name;
        this.raw = raw;
        this.key = key;
    }

    /// @param raw the 32 bytes of the public key
    /// @throws IllegalArgumentException when that is no name or no key
    public static NoteKey of(String name, byte[] raw) {
        if (!isName(name) || raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("This is no key of a note");
        }
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, X509.length, KEY_BYTES);
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new NoteKey(name, raw.clone(), key);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("This is no key of a note", refused);
        }
    }

    /// Reads what [#text] writes.
    ///
    /// @throws IllegalArgumentException for anything else
    public static NoteKey read(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length == 1 + KEY_BYTES && typed[0] == ED25519) {
                NoteKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                if (key.text().equals(text.strip())) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("This is no key of a note");
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().noneMatch(c -> c == '+' || Character.isWhitespace(c) || c < ' ');
    }

    public String name() {
        return name;
    }

    /// The four bytes by which a signature says which key made it.
    int id() {
        MessageDigest digest = Merkle.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    boolean verifies(String body, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(body.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /// As others' programs take it: name, id and key, with `+` between.
    public String text() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
        return "%s+%08x+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed));
    }

    @Override
    public String toString() {
        return text();
    }
}
