package org.diogel.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.diogel.govuk.SummaryRow;
import org.diogel.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Everything that later features keep with a report.
@Component
class Enclosures {

    /// The page of the form that all of it comes from.
    static final String STEP = "files";

    private final ObjectProvider<Enclosure> all;

    Enclosures(ObjectProvider<Enclosure> all) {
        this.all = all;
    }

    List<Enclosed> of(ReportId report) {
        return all.orderedStream().flatMap(e -> e.of(report).stream()).toList();
    }

    List<Going> going(ReportId report) {
        return all.orderedStream().flatMap(e -> e.going(report).stream()).toList();
    }

    int count(ReportId report) {
        return all.orderedStream().mapToInt(e -> e.count(report)).sum();
    }

    boolean showsChild(ReportId report) {
        return all.orderedStream().anyMatch(e -> e.showsChild(report));
    }

    /// A row each: what it is, and beside it her words and what is so about it.
    static List<SummaryRow> rows(Texts texts, List<Enclosed> enclosed) {
        return enclosed.stream()
                .map(
                        e ->
                                SummaryRow.of(
                                        texts.t(e.key(), e.arguments().toArray()),
                                        words(texts, e)))
                .toList();
    }

    /// The same as rows of plain text.
    static List<String> lines(Texts texts, List<Enclosed> enclosed) {
        return enclosed.stream()
                .map(
                        e -> {
                            List<String> lines = new ArrayList<>();
                            lines.add(texts.t(e.key(), e.arguments().toArray()));
                            lines.add(e.words());
                            e.notes().forEach(note -> lines.add(texts.t(note)));
                            lines.removeIf(String::isEmpty);
                            return String.join("\n", lines);
                        })
                .toList();
    }

    private static Content words(Texts texts, Enclosed enclosed) {
        return Lines.of(
                enclosed.words(), enclosed.notes().stream().map(texts::t).toList());
    }
}
