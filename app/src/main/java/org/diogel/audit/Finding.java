package org.diogel.audit;

/// Something in the record that is not as it was written.
///
/// @param index of the first line that is bad, from 0
/// @param sentence what is wrong with it
record Finding(long index, Kind kind, String sentence) {

    /// What can be wrong.
    enum Kind {
        /// A row is another than the one that was written.
        CHANGED,
        /// A row that was written is gone.
        GONE,
        /// A row stands in the table that was never given a place.
        INSERTED,
        /// A row stands at another's place.
        MOVED,
        /// Its time lies far before that of the row in front of it.
        BACKDATED,
        /// The end is missing.
        CUT,
        /// Rows and stored hashes were changed together.
        REWRITTEN,
        /// The rows are right, but a hash that proofs are made from is not.
        HASH,
        /// A signed checkpoint is missing or false.
        CHECKPOINT,
        /// Whom it is about was taken out, and no row says that this was done.
        ERASED
    }

    /// With the line counted from 1, as pages show it.
    String text() {
        return "Line %,d (index %d): %s".formatted(index + 1, index, sentence);
    }
}
