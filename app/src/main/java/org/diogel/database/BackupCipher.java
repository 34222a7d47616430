package org.diogel.database;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.diogel.kernel.Durable;

/// Packs (gzip: log is mostly zeros) and encrypts the files of a backup: AES-256-GCM over segments of
/// a mebibyte, under a key derived for each file (HKDF-SHA-256, random salt). A file is bound to its place in the backup, so it can be
/// neither changed, shortened nor exchanged for another.
final class BackupCipher {
    private static final int SEGMENT = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final StreamingAead aead;

    /// @param key 32 bytes
    BackupCipher(byte[] key) {
        aead = primitive(key);
    }

    @AccessesPartialKey
    private static StreamingAead primitive(byte[] key) {
        try {
            StreamingAeadConfig.register();
            var parameters =
                    AesGcmHkdfStreamingParameters.builder()
                            .setKeySizeBytes(32)
                            .setDerivedAesGcmKeySizeBytes(32)
                            .setHkdfHashType(HashType.SHA256)
                            .setCiphertextSegmentSizeBytes(SEGMENT)
                            .build();
            var secret =
                    AesGcmHkdfStreamingKey.create(
                            parameters, SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
            return KeysetHandle.newBuilder()
                            .addEntry(KeysetHandle.importKey(secret).withFixedId(1).makePrimary())
                            .build()
                            .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The backup key is 32 bytes long");
        }
    }

    /// What a file held before it was encrypted: SHA-256 as hex, and bytes.
    record Content(String sha256, long size) {}

    /// Encrypts a stream to its end into a file that is whole or not there.
    ///
    /// @param place where in the backup the file belongs, such as `wal/000000010000000000000002`
    Content encrypt(InputStream plain, Path to, String place) throws IOException {
        var temporary = to.resolveSibling("." + to.getFileName() + ".new");
        var content = encryptLoosely(plain, temporary, place);
        Durable.place(temporary, to);
        return content;
    }

    /// Encrypts like [#encrypt], but the caller forces the file to disk, among many.
    Content encryptLoosely(InputStream plain, Path to, String place) throws IOException {
        var sha = sha256();
        long size;
        try (var packed =
                new GZIPOutputStream(
                        aead.newEncryptingStream(Files.newOutputStream(to), associated(place)),
                        BUFFER)) {
            size = plain.transferTo(new DigestOutputStream(packed, sha));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new Content(HexFormat.of().formatHex(sha.digest()), size);
    }

    /// Decrypts a whole file. Nothing that was written may be used when this throws.
    ///
    /// @throws Damaged when it is not what was encrypted for that place under this key
    Content decrypt(Path from, String place, OutputStream to) throws IOException {
        var sha = sha256();
        var out = new DigestOutputStream(to, sha);
        var size = 0L;
        try (var file = new BufferedInputStream(Files.newInputStream(from));
                var opened = opened(file, place);
                var plain = unpacked(opened, place)) {
            var buffer = new byte[BUFFER];
            for (var read = read(plain, buffer, place); read >= 0; ) {
                out.write(buffer, 0, read);
                size += read;
                read = read(plain, buffer, place);
            }
            // To the very end: the last segment proves that nothing was cut off.
            if (read(opened, buffer, place) >= 0) {
                throw new Damaged(place);
            }
        } catch (java.nio.file.NoSuchFileException _) {
            throw new Damaged(place);
        }
        return new Content(HexFormat.of().formatHex(sha.digest()), size);
    }

    byte[] decrypt(Path from, String place) {
        var plain = new java.io.ByteArrayOutputStream();
        try {
            decrypt(from, place, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plain.toByteArray();
    }

    /// A file of the backup is missing or is not what was written there.
    static final class Damaged extends RuntimeException {
        final String place;

        Damaged(String place) {
            super("Damaged: " + place);
            this.place = place;
        }
    }

    private InputStream opened(InputStream file, String place) throws IOException {
        try {
            return aead.newDecryptingStream(file, associated(place));
        } catch (GeneralSecurityException | IOException _) {
            throw new Damaged(place);
        }
    }

    private static InputStream unpacked(InputStream opened, String place) {
        try {
            return new GZIPInputStream(opened, BUFFER);
        } catch (IOException _) {
            throw new Damaged(place);
        }
    }

    private static int read(InputStream plain, byte[] buffer, String place) {
        try {
            return plain.read(buffer);
        } catch (IOException _) {
            throw new Damaged(place);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static byte[] associated(String place) {
        return ("diogel backup 1|" + place).getBytes(StandardCharsets.UTF_8);
    }
}
