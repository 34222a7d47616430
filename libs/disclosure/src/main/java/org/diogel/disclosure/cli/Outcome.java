package org.diogel.disclosure.cli;

import java.util.List;
import java.util.OptionalInt;
import org.diogel.disclosure.HiddenCell;
import org.diogel.disclosure.Release;

/// What a profile made of tables, and what is to be said about it.
///
/// @param releases what everybody may see of each table
/// @param cells the attacker's interval of every hidden cell; where counts are rounded, of every
///   sensitive one
/// @param threshold counts from 1 to below it are sensitive; 0 where that is not the rule
/// @param hiddenFrom the least a hidden count can be, as the attacker knows it
/// @param method `exact`, `repair` or `rounding`
/// @param objective what was made small: `cells`, `sum` or `distance`
/// @param counts how many different counts there are in all tables together
/// @param hidden how many of them are not shown
/// @param moreThanWithCover how many fewer would be hidden if zeros could be
record Outcome(
        List<Release> releases,
        List<HiddenCell> cells,
        long threshold,
        int hiddenFrom,
        String method,
        String solver,
        String objective,
        double value,
        double bound,
        double gap,
        int counts,
        int hidden,
        int primary,
        int secondary,
        OptionalInt moreThanWithCover) {}
