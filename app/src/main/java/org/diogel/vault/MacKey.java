package org.diogel.vault;

/// What a keyed hash is for; each purpose has a key of its own, so hashes of one kind never match
/// hashes of another.
public enum MacKey {
    /// Receipts a reporter comes back with.
    RECEIPT("mac.receipt"),
    /// Phones, e-mails, plates made comparable.
    IDENTIFIER("mac.identifier"),
    /// What is looked up before a meeting. Made from the key for identifiers, so that rings from before
    /// have it too, and no hash under one matches a hash under the other.
    CHECKER("mac.identifier", "looked up before a meeting"),
    /// What she was shown when she agreed: a plain hash of so few answers could be guessed.
    EXCERPT("mac.excerpt"),
    /// The signed context of a database transaction.
    CONTEXT("mac.context"),
    /// Look-ups of staff: e-mail, invitation and recovery codes.
    LOOKUP("mac.lookup");

    final String ringName;

    /// What the ring's key is hashed with; empty for the ring's key itself.
    final String label;

    MacKey(String ringName) {
        this(ringName, "");
    }

    MacKey(String ringName, String label) {
        this.ringName = ringName;
        this.label = label;
    }
}
