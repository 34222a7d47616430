package org.diogel.disclosure;

/// Chooses the solver.
final class Solvers {

    private Solvers() {}

    /// @throws IllegalStateException when OR-Tools is asked for and does not load
    static Solver of(SolverChoice choice) {
        return switch (choice) {
            case JAVA -> new JavaSolver();
            case NATIVE -> loaded();
            case AUTO -> {
                try {
                    yield loaded();
                } catch (IllegalStateException e) {
                    yield new JavaSolver();
                }
            }
        };
    }

    private static Solver loaded() {
        try {
            return new NativeSolver();
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException("OR-Tools does not load here: " + e.getMessage(), e);
        }
    }
}
