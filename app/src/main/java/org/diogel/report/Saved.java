package org.diogel.report;

/// What became of an answer.
public sealed interface Saved {
    /// It is kept.
    record Kept(Answers answers) implements Saved {}

    /// Another window changed the same page in the meantime; nothing was overwritten.
    record Changed(Answers stored) implements Saved {}

    /// The report was sent already.
    record AlreadySent() implements Saved {}
}
