package org.diogel.disclosure;

import java.util.List;

/// Rounded tables, and what an attacker can make of the sensitive counts in them.
///
/// @param releases the tables as they may be published
/// @param cells the attacker's interval of every sensitive cell, hidden or rounded, in order; every
///   one is marked as primary
/// @param solver what solved, with its version
/// @param distance how far the published numbers lie from the true counts, all added up; a count
///   that stands in several tables counts once
/// @param bound no other way of rounding by that profile lies nearer
/// @param hidden how many different counts are hidden
/// @param sensitive how many different counts are sensitive
public record Rounded(
        List<Release> releases,
        List<HiddenCell> cells,
        String solver,
        long distance,
        long bound,
        int hidden,
        int sensitive) {

    public Rounded {
        releases = List.copyOf(releases);
        cells = List.copyOf(cells);
    }

    /// How much nearer the published numbers could lie at most: 0 when it is proven that they
    /// cannot.
    public double gap() {
        return distance == 0 ? 0 : (distance - bound) / (double) distance;
    }
}
