package org.diogel.web;

/// Too many tries from one place: answered with 429 and when to try again.
public final class TooMany extends RuntimeException {

    private final long seconds;

    /// @param seconds when to try again, at least 1
    public TooMany(long seconds) {
        super("Too many tries", null, false, false);
        this.seconds = Math.max(1, seconds);
    }

    public long seconds() {
        return seconds;
    }
}
