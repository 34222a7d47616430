package org.diogel.report;

import java.util.List;
import org.diogel.govuk.Component;

/// One page of the form.
///
/// @param number of this page, from 1
/// @param asks its questions, ready to print
/// @param seen what the page shows now, sent back with it
/// @param to `check` when she came from there, otherwise empty
/// @param whose the report's mark, sent back with it
/// @param stored what another window saved meanwhile, in words; empty when nothing did
/// @param choices the seven, on the page that asks about sharing
/// @param notTheirs nothing may be shared: it happened to somebody else who has not said yes
/// @param byWorker a worker who signed in tells it
/// @param desk who would read it
public record StepPage(
        String step,
        int number,
        int steps,
        List<Component<?>> asks,
        String seen,
        String to,
        String whose,
        List<String> stored,
        List<Choosing> choices,
        boolean notTheirs,
        boolean byWorker,
        String desk) {

    /// One of the seven choices on the page that asks: what it is, and a box for each recipient.
    ///
    /// @param example in words what would be got; empty where a sentence says enough
    /// @param used whether anything is done with her yes already
    public record Choosing(
            String name, String what, String example, boolean used, Component<?> boxes) {}
}
