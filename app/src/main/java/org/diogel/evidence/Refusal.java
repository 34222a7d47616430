package org.diogel.evidence;

import java.util.Locale;

/// Why a file was not taken. Nothing of it was kept.
public enum Refusal {
    /// There is nothing in it.
    EMPTY,
    /// Larger than one file may be.
    LARGE,
    /// There are as many as there may be.
    MANY,
    /// Together they would be larger than they may be.
    FULL,
    /// None of the kinds that are taken.
    KIND,
    /// One kind of file with another hidden in it.
    DOUBLE,
    /// A picture that cannot be opened.
    BROKEN,
    /// A picture with far more dots than its size says.
    PIXELS,
    /// A photograph that cannot go to others, since nothing hidden can be taken out of it.
    HEIC,
    /// The virus scanner found something.
    HARMFUL,
    /// Too many files are on their way at this moment.
    BUSY;

    /// Of its message.
    String key() {
        return "evidence.error." + name().toLowerCase(Locale.ROOT);
    }
}
