package org.diogel.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// An Ed25519 key that signs notes. Its text form says nothing of it. Safe for many threads.
public final class NoteSigner {

    private static final String PROBE = "probe\n";

    private final PrivateKey secret;
    private final NoteKey key;

    private NoteSigner(PrivateKey secret, NoteKey key) {
        this.secret = secret;
        this.key = key;
    }

    /// The key that belongs to a seed (RFC 8032 §5.1.5): the same seed always gives the same key.
    ///
    /// @param naming says what the key is called in notes, from its 32 public bytes
    /// @throws IllegalArgumentException unless the seed has 32 bytes
    public static NoteSigner of(byte[] seed, Function<byte[], String> naming) {
        if (seed.length != NoteKey.KEY_BYTES) {
            throw new IllegalArgumentException("The seed of a key has 32 bytes");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - NoteKey.KEY_BYTES, encoded.length);
            NoteSigner made =
                    new NoteSigner(pair.getPrivate(), NoteKey.of(naming.apply(raw), raw));
            if (!made.sign(PROBE).isSignedBy(made.key)) {
                throw new IllegalStateException("This Java's Ed25519 does not fit together");
            }
            return made;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 is part of every Java", impossible);
        }
    }

    public NoteKey key() {
        return key;
    }

    /// @param body lines of text, the last with its line break
    public SignedNote sign(String body) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(body.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(
                    body, List.of(new SignedNote.Line(key.name(), key.id(), signing.sign())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 is part of every Java", impossible);
        }
    }

    @Override
    public String toString() {
        return "NoteSigner[" + key + "]";
    }

    /// Hands out the seed where the generator asks for random bytes; Java offers no other way from a
    /// seed to both keys. A test holds it against RFC 8032.
    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] seed;

        Seeded(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
