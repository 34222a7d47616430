package org.diogel.evidence;

import java.util.List;
import org.diogel.govuk.Component;
import org.diogel.govuk.SummaryList;

/// One file, unopened.
///
/// @param path of this page
/// @param back to all files of the report
/// @param strip what has to be known first
/// @param urgent it may show a child
/// @param asks what opening it asks; empty where it cannot be opened
/// @param show its copy can be shown
/// @param mayMark it can be sealed for good
/// @param route the question who was told; empty where it is not asked
/// @param told who was told, or empty
public record DeskFilePage(
        String path,
        String back,
        String strip,
        boolean urgent,
        SummaryList facts,
        List<Component<?>> asks,
        boolean show,
        boolean mayMark,
        List<Component<?>> route,
        String told) {}
