package org.diogel.disclosure;

/// Controlled rounding.
final class Controlled {
    Controlled(CellSystem system, long[] value, int base, SolverChoice solver) {}

    long[] round() throws NoPatternException {
        throw new NoPatternException("not yet");
    }
}
