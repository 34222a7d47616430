package org.diogel.safeguarding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// Exactly what goes, in words: what the lead was shown before she confirmed it is what is kept, and
/// what is kept is what is printed.
///
/// @param to whom
/// @param account the lead's own covering account
/// @param lines the answers she ticked
public record Sheet(String to, String account, List<Line> lines) {

    /// SHA-256 of exactly what goes; every text with its length before it.
    public byte[] digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, to);
            add(sha, account);
            for (Line line : lines) {
                add(sha, line.question());
                add(sha, line.value());
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }

    private static void add(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    public record Line(String question, String value) {}

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Sheet";
    }
}
