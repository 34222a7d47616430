package org.diogel.evidence;

import java.util.List;
import org.diogel.govuk.Component;

/// The questions about one file, and the file.
///
/// @param path of this form
/// @param cancel where "do not add it" leads
/// @param help where the page about pictures of somebody under 18 is
/// @param to `check` when she came from there, otherwise empty
/// @param moved it was sent from another window meanwhile
public record AddFilePage(
        String path,
        String cancel,
        String help,
        List<Component<?>> asks,
        String to,
        String whose,
        boolean moved) {}
