package org.diogel.kernel;

import java.util.List;

/// What one feature keeps and for how long: retention, erasure and subject access reach every table
/// through these. A table that no `Holdings` names fails the build.
public interface Holdings {
    List<Holding> holdings();

    /// @param table schema and name
    /// @param what what it holds, in plain words
    /// @param keptFor how long, or until which event, in plain words
    record Holding(String table, String what, String keptFor) {}
}
