package org.diogel.evidence;

import org.diogel.govuk.SummaryList;
import org.jspecify.annotations.Nullable;

/// What she has sent so far.
///
/// @param list path of this page; those of what can be done begin with it
/// @param number of this page of the form, 0 on the receipt's
/// @param files null when there are none, or she may not see them
/// @param hidden why not, or empty
/// @param done what was just done, or empty
/// @param query `?to=check` or nothing
/// @param onward where she goes on
/// @param whose the report's mark
public record FilesPage(
        String list,
        int number,
        int steps,
        @Nullable SummaryList files,
        String hidden,
        String done,
        String limits,
        String query,
        String onward,
        String whose) {}
