package org.diogel.kernel;

import java.util.List;

/// What one feature keeps and for how long: retention, erasure and subject access reach every table
/// through these. A table that no `Holdings` names, or for which `retention/rules.csv` has no line, fails
/// the build.
public interface Holdings {
    List<Holding> holdings();

    /// How the feature counts and erases what is due by its rules.
    default List<Expiry> expiries() {
        return List.of();
    }

    /// @param table schema and name
    /// @param what what it holds, in plain words
    record Holding(String table, String what) {

        /// How long, or until which event, in plain words.
        public String keptFor() {
            return Keeping.of(table).kept();
        }
    }

    /// One rule in the feature's own SQL. What may go at all, and what is on hold, its policies say.
    ///
    /// @param rule a [Keeping.Rule#code]
    /// @param due gives `count`, `oldest` and how many of them are `held`, of what the clock started for
    ///     before `:before`; for whoever may count it
    /// @param erase erases at most `:most` of them and gives how many; empty where the feature's own task
    ///     does that
    record Expiry(String rule, String due, String erase) {}
}
