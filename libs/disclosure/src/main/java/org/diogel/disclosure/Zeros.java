package org.diogel.disclosure;

/// Whether a true 0 may be hidden to protect another cell, and so what a blank says.
public enum Zeros {
    /// It may: a blank says nothing, and the attacker knows of it only that it is at least 0.
    COVER(0),
    /// It is always shown: the attacker knows that every hidden count is at least 1.
    SHOWN(1);

    private final long lowest;

    Zeros(long lowest) {
        this.lowest = lowest;
    }

    /// The smallest count that a hidden cell can have, as the attacker knows.
    public long lowest() {
        return lowest;
    }
}
