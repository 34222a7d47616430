package org.diogel.report;

import java.util.List;
import org.diogel.govuk.Component;
import org.diogel.govuk.SummaryList;

/// Everything once more before it goes.
///
/// @param sections answers by page
/// @param previews one for each of the seven choices
/// @param desk who would read it
/// @param screening the two questions asked of everybody
/// @param byWorker a worker who signed in tells it: there is no second secret
/// @param secondAsk the field for a second secret
/// @param key random; the same key sends once
/// @param seen what the page shows, sent back with it
/// @param whose the report's mark, sent back with it
/// @param changed whether another window changed what is told since she pressed "Send"
public record CheckPage(
        List<SummaryList> sections,
        Previews previews,
        String desk,
        List<Component<?>> screening,
        boolean byWorker,
        Component<?> secondAsk,
        String key,
        String seen,
        String whose,
        boolean changed) {}
