package org.diogel.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.diogel.web.Texts;
import org.diogel.web.View;

/// Whether what went to somebody is in the record.
///
/// @param events oldest first
public record RecordPage(List<Event> events) {

    /// @param what went, in words @param how it stands in the record, in words
    /// @param path to its proof; empty without one
    public record Event(Instant at, String what, String how, String path) {}

    static View of(Texts texts, List<Recorded.Event> events) {
        return View.of(
                        "report/record",
                        texts.t("report.record.title"),
                        new RecordPage(events.stream().map(event -> event(texts, event)).toList()))
                .back("/receipt/told");
    }

    private static Event event(Texts texts, Recorded.Event event) {
        Long line = event.line();
        String how =
                switch (event.how()) {
                    case PROVED ->
                            texts.t("report.record.line", "line", String.format(Locale.UK, "%,d", line));
                    case WAITS -> texts.t("report.record.wait");
                    case BEFORE -> texts.t("report.record.before");
                    case MISSING -> texts.t("report.record.bad");
                };
        String who = texts.t("report.recipient." + event.gone().recipient());
        return new Event(
                event.gone().at(),
                texts.t(OwnWords.went(texts, event.gone()), "who", who),
                how,
                event.how() == Recorded.How.PROVED ? "/receipt/record/" + line : "");
    }
}
