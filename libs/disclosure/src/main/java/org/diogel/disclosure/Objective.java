package org.diogel.disclosure;

/// What is to be lost as little as possible.
public enum Objective {
    /// The number of hidden cells.
    CELLS,
    /// The sum of the hidden counts.
    SUM
}
