package org.diogel.report;

import java.util.List;

/// The first page: the same for everybody.
///
/// @param links other things that somebody may have come for, in order
public record StartPage(List<StartLink> links) {

    public StartPage {
        links = List.copyOf(links);
    }
}
