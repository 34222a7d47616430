package org.diogel.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM and HMAC-SHA-256 of the platform. Stateless; safe for many threads.
///
/// A sealed value is: version (1 byte, now 1), nonce (12), ciphertext of the padded text, tag (16).
/// The padded text is the length (4 bytes), the text, zeros up to the next size of [#bucket(int)],
/// so that a thief who sees lengths learns little.
final class Aead {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    private static final byte VERSION = 1;
    private static final int SMALLEST = 64;
    private static final int STEP = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aead() {}

    static byte[] random(int bytes) {
        byte[] out = new byte[bytes];
        RANDOM.nextBytes(out);
        return out;
    }

    static byte[] seal(byte[] key, byte[] context, byte[] plain) {
        ByteBuffer padded = ByteBuffer.allocate(bucket(plain.length + 4));
        padded.putInt(plain.length).put(plain);
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = encrypt(key, nonce, context, padded.array());
        Arrays.fill(padded.array(), (byte) 0);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    static byte[] open(byte[] key, byte[] context, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES + 4 || sealed[0] != VERSION) {
            throw new SealBroken();
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
        byte[] padded = decrypt(key, nonce, context, body);
        int length = ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - 4) {
            throw new SealBroken();
        }
        byte[] plain = Arrays.copyOfRange(padded, 4, 4 + length);
        Arrays.fill(padded, (byte) 0);
        return plain;
    }

    static byte[] encrypt(byte[] key, byte[] nonce, byte[] context, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    static byte[] decrypt(byte[] key, byte[] nonce, byte[] context, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new SealBroken();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    /// 64, 128, 256 … 4096, then multiples of 4096.
    static int bucket(int length) {
        if (length > STEP) {
            return Math.multiplyExact(Math.ceilDiv(length, STEP), STEP);
        }
        int size = SMALLEST;
        while (size < length) {
            size *= 2;
        }
        return size;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
