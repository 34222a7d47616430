package org.diogel.contest;

/// What somebody asks.
///
/// @param kind `access`, `contest` or `other`
/// @param reach how to reach them; empty where they come back with the code
public record Asked(String kind, String name, String reach, String words) {

    /// Says nothing of it.
    @Override
    public String toString() {
        return "Asked[" + kind + "]";
    }
}
