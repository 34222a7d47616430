package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.List;

/// Decides which counts to hide, so that nobody can work a primary one out from what is shown.
///
/// **What is promised.** For every primary count there are two sets of whole numbers that agree
/// with everything shown, now and earlier, and in which it differs by at least the width asked for.
/// Both were looked for again, by an attacker of its own who does not know the truth, before the
/// result was returned. The grand total is always shown unless it is declared primary.
///
/// **Several tables** are protected together; the same codes are the same count.
///
/// **Earlier releases** cannot be taken back, and are protected together with what follows:
///
/// - Where nothing that an earlier release showed has changed, it is of the same people. What it
///   showed stays known, what it hid is the same unknown and may be shown only if nothing follows
///   from both.
/// - Where something changed, the old counts are counts of their own. Those that were shown are
///   known for good, so that a small change of one (from 1 to below the threshold, up or down) is
///   hidden by hiding the new count; a change of the grand total is public. If all changes that can
///   be seen have one sign, the attacker is taken to know that this is so for every count: none has
///   shrunk, or none has grown. Old hidden counts and their changes, whose truth is not told here,
///   stay as uncertain as they can be kept, as if each were small.
/// - Releases that agree in all they both show are taken to be of one moment.
///
/// The same input gives the same pattern on every run and machine, whatever the number of cores.
public final class Protector {

    /// Above so many counts that may be shown or hidden, patterns are repaired instead of proven:
    /// the work of a proof grows much faster than the table.
    static final int MOST_OPEN = 600;

    private Protector() {}

    /// Protects linked tables together, counts being primary that are small: from 1 to below the
    /// threshold, margins included, the grand total excepted.
    ///
    /// @param tables at least one
    /// @param earlier what was published before, oldest first; may be of other dimensions
    /// @throws NoPatternException when no pattern of blanks protects
    /// @throws IllegalArgumentException when the tables or releases contradict each other
    public static Protection protect(List<Table> tables, List<Release> earlier, Rules rules)
            throws NoPatternException {
        List<long[]> needed = new ArrayList<>();
        for (Table table : tables) {
            long[] own = new long[table.values().length];
            for (int i = 1; i < own.length; i++) {
                long value = table.value(i);
                own[i] = value > 0 && value < rules.threshold() ? rules.width() : 0;
            }
            needed.add(own);
        }
        return protect(tables, needed, earlier, rules);
    }

    /// Protects linked tables together with a primary rule of one's own.
    ///
    /// @param tables at least one
    /// @param needed for every table and cell, how wide the attacker's interval must be; 0 where a
    ///   cell is not primary
    /// @param earlier what was published before, oldest first; may be of other dimensions
    /// @throws NoPatternException when no pattern of blanks protects
    /// @throws IllegalArgumentException when the tables or releases contradict each other, or a
    ///   count of 0 is declared primary while zeros are always shown
    public static Protection protect(
            List<Table> tables, List<long[]> needed, List<Release> earlier, Rules rules)
            throws NoPatternException {
        Solver solver = Solvers.of(rules.solver());
        Problem problem = Problems.of(tables, needed, earlier, rules, solver);
        return new Search(tables, problem, rules, solver).protection();
    }
}
