package org.diogel.evidence;

import org.diogel.govuk.SummaryList;

/// Sealing for good what she sent and what may show somebody under 18.
///
/// @param list all that she sent
/// @param path of this form
/// @param help where the page about pictures of somebody under 18 is
/// @param file its id
/// @param what it is, and what she wrote about it
/// @param whose the report's mark
public record SealPage(
        String list, String path, String help, String file, SummaryList what, String whose) {}
