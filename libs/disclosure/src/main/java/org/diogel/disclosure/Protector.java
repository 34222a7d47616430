package org.diogel.disclosure;

import java.util.List;

/// Decides which counts to hide, so that nobody can work a primary one out from what is shown.
public final class Protector {

    private Protector() {}

    /// Protects linked tables together, counts being primary that are small: from 1 to below the
    /// threshold, margins included, the grand total excepted.
    public static Protection protect(List<Table> tables, List<Release> earlier, Rules rules)
            throws NoPatternException {
        throw new NoPatternException("");
    }

    /// Protects linked tables together with a primary rule of one's own.
    ///
    /// @param needed for every table and cell, how wide the attacker's interval must be; 0 where a
    ///     cell is not primary
    public static Protection protect(
            List<Table> tables, List<long[]> needed, List<Release> earlier, Rules rules)
            throws NoPatternException {
        throw new NoPatternException("");
    }
}
