package org.diogel.disclosure;

/// Which solver works. Where both prove the best pattern, it has the same cost; the pattern itself
/// may be another.
public enum SolverChoice {
    /// OR-Tools where its native library loads, otherwise ojAlgo.
    AUTO,
    /// OR-Tools, or an error.
    NATIVE,
    /// ojAlgo: pure Java, for where native code is refused; slower.
    JAVA
}
