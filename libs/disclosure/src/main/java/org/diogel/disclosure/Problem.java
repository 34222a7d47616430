package org.diogel.disclosure;

import java.util.List;

/// Which counts to hide: all that a search needs to know. Arrays have an entry for every count.
///
/// @param tables the tables the first counts come from, linked
/// @param equations everything that adds up
/// @param value true counts
/// @param needed how wide the attacker's interval must be; 0 where nothing is needed
/// @param standing what may become of each
/// @param weight what is lost by hiding it; 0 where it is hidden anyhow
/// @param lowest the smallest count a hidden cell can have, as the attacker knows
record Problem(
        CellSystem tables,
        List<Equation> equations,
        long[] value,
        long[] needed,
        Standing[] standing,
        long[] weight,
        long[] lowest) {

    int size() {
        return value.length;
    }
}
