package org.diogel.report;

import java.util.List;
import org.diogel.govuk.Component;

/// One page of the form.
///
/// @param number of this page, from 1
/// @param asks its questions, ready to print
/// @param seen what the page shows now, sent back with it
/// @param to `check` when she came from there, otherwise empty
/// @param stored what another window saved meanwhile, in words; empty when nothing did
public record StepPage(
        String step,
        int number,
        int count,
        List<Component<?>> asks,
        String seen,
        String to,
        List<String> stored,
        List<UnconnectedChoice> unconnected) {

    /// A choice nothing is connected to yet: it is explained and cannot be ticked.
    public record UnconnectedChoice(String name, String what) {}
}
