package org.diogel.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the record as it lies in the table, and what the tree holds of it: the same bytes that
/// `audit.commit_to()` hashes, worked out a second time (decision 0016).
///
/// @param salt null once the row's person was taken out
/// @param personal the salted commitment to account and subject
record AuditRow(
        long id,
        Instant at,
        String kind,
        @Nullable UUID account,
        @Nullable UUID agency,
        String purpose,
        String action,
        String subjectKind,
        @Nullable UUID subject,
        String outcome,
        List<@Nullable String> fields,
        byte @Nullable [] salt,
        byte[] personal) {

    private static final String PERSON = "diogel audit person 1";
    private static final String ROW = "diogel audit row 1";
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /// Whether who it is about was taken out, as the law may ask: then its commitment stands for them.
    boolean isErased() {
        return salt == null && account == null && subject == null;
    }

    /// Whether account and subject are those that were committed to, or were taken out.
    boolean isPersonTrue() {
        return isErased() || salt != null && MessageDigest.isEqual(personal, person(salt));
    }

    private byte[] person(byte[] salted) {
        Framed bytes = new Framed(PERSON);
        bytes.raw(salted);
        bytes.framed(uuid(account));
        bytes.framed(uuid(subject));
        return bytes.hash();
    }

    /// The commitment to the whole row: the entry that the tree's leaf is made from.
    byte[] leaf() {
        Framed bytes = new Framed(ROW);
        bytes.raw(personal);
        bytes.number(id);
        bytes.number(ChronoUnit.MICROS.between(EPOCH, at));
        bytes.framed(utf8(kind));
        bytes.framed(uuid(agency));
        bytes.framed(utf8(purpose));
        bytes.framed(utf8(action));
        bytes.framed(utf8(subjectKind));
        bytes.framed(utf8(outcome));
        bytes.count(fields.size());
        fields.forEach(field -> bytes.framed(utf8(field)));
        return bytes.hash();
    }

    private static byte @Nullable [] uuid(@Nullable UUID id) {
        return id == null
                ? null
                : ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /// Says nothing of who did what.
    @Override
    public String toString() {
        return "AuditRow[" + id + "]";
    }

    /// Values one after the other, each that can be long with its length in front.
    private static final class Framed {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Framed(String what) {
            raw(what.getBytes(StandardCharsets.US_ASCII));
        }

        void raw(byte[] value) {
            write(() -> out.write(value));
        }

        void number(long value) {
            write(() -> out.writeLong(value));
        }

        void count(int value) {
            write(() -> out.writeInt(value));
        }

        void framed(byte @Nullable [] value) {
            count(value == null ? -1 : value.length);
            if (value != null) {
                raw(value);
            }
        }

        byte[] hash() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("SHA-256 is part of every Java", impossible);
            }
        }

        private interface Writing {
            void run() throws IOException;
        }

        private static void write(Writing writing) {
            try {
                writing.run();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
