package org.diogel.vault;

/// Shows what came from outside to a virus scanner. Safe for many threads.
public interface Scanner {

    /// NONE: no scanner is set. CLEAN, INFECTED: what it said. SILENT: one is set and gave no answer
    /// that can be trusted; nothing is known.
    enum Verdict {
        NONE,
        CLEAN,
        INFECTED,
        SILENT
    }

    /// Whether a scanner is set, whether or not it answers.
    boolean isSet();

    /// Whether one that is set gives a verdict now, of something harmless; asked for five seconds at most.
    boolean isAnswering();

    /// Never throws for a scanner that is down, hangs or talks nonsense: that is [Verdict#SILENT].
    Verdict scan(byte[] whole);
}
