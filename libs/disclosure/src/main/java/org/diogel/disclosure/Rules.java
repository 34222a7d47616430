package org.diogel.disclosure;

/// How a table is to be protected.
///
/// @param threshold counts from 1 to below it are primary; at least 1, and 5 by convention
/// @param width how wide the interval must be that an attacker can narrow a primary cell down to: 1
///     means that it cannot be worked out exactly; at least 1
/// @param zeros whether a true 0 may be hidden as cover
/// @param objective what is to be lost as little as possible
/// @param solver which solver works
public record Rules(
        long threshold, long width, Zeros zeros, Objective objective, SolverChoice solver) {

    /// @throws IllegalArgumentException for a threshold or width below 1
    public Rules {
        if (threshold < 1) {
            throw new IllegalArgumentException("The threshold must be at least 1.");
        }
        if (width < 1) {
            throw new IllegalArgumentException("The width must be at least 1.");
        }
    }

    /// Counts from 1 to 4 are hidden and cannot be worked out, zeros are cover, as few cells as
    /// possible are lost.
    public static Rules standard() {
        return new Rules(5, 1, Zeros.COVER, Objective.CELLS, SolverChoice.AUTO);
    }

    public Rules withThreshold(long other) {
        return new Rules(other, width, zeros, objective, solver);
    }

    public Rules withWidth(long other) {
        return new Rules(threshold, other, zeros, objective, solver);
    }

    public Rules withZeros(Zeros other) {
        return new Rules(threshold, width, other, objective, solver);
    }

    public Rules withObjective(Objective other) {
        return new Rules(threshold, width, zeros, other, solver);
    }

    public Rules withSolver(SolverChoice other) {
        return new Rules(threshold, width, zeros, objective, other);
    }
}
