package org.diogel.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// How leaves and nodes are hashed: RFC 9162 §2.1.1. The byte in front keeps a leaf from ever being
/// taken for a node.
public final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /// The root of a tree without leaves: the hash of nothing.
    public static Hash empty() {
        return Hash.own(sha256().digest());
    }

    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return Hash.own(digest.digest(entry));
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.shared());
        return Hash.own(digest.digest(right.shared()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
