package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.stereotype.Component;

/// What she told, and what became of it. Whoever is named in it is told of in her own words, which she
/// knows; a note of the desk says what a worker thought.
@Component
class ReportGather implements Gathers {

    private final ReportGatherStore rows;
    private final ReportStore reports;
    private final Content content;

    ReportGather(ReportGatherStore rows, ReportStore reports, Content content) {
        this.rows = rows;
        this.reports = reports;
        this.content = content;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REPORT
                ? Set.of(
                        "report.report",
                        "report.sealed",
                        "report.equality",
                        "report.identifier",
                        "report.addition",
                        "report.correction",
                        "report.event",
                        "report.own_code")
                : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        if (!subject.is(Subject.Kind.REPORT)) {
            return List.of();
        }
        return reports.find(new ReportId(subject.id())).map(this::about).orElse(List.of());
    }

    private List<Held> about(Row row) {
        List<Held> all = new ArrayList<>(rows.about(row.id().value()));
        Answers answers = content.open(row);
        for (Part part : Part.values()) {
            List<Held.Line> lines = new ArrayList<>();
            Map<String, List<String>> told = answers.part(part);
            for (Question question : Questions.all()) {
                List<String> values = told.getOrDefault(question.field(), List.of());
                if (!values.isEmpty()) {
                    lines.add(new Held.Line("form." + question.field(), values));
                }
            }
            if (!lines.isEmpty()) {
                String table = part == Part.EQUALITY ? "report.equality" : "report.sealed";
                Held.Whose whose =
                        part == Part.IDENTIFIERS ? Held.Whose.ANOTHERS : Held.Whose.HERS;
                all.add(new Held(table, whose, true, row.sentAt(), lines));
            }
        }
        content.additions(row).forEach(addition -> all.add(held(addition)));
        return all;
    }

    private static Held held(Addition addition) {
        boolean note = addition.author() == Addition.Author.NOTE;
        return new Held(
                "report.addition",
                note ? Held.Whose.WORKERS : Held.Whose.HERS,
                !note,
                addition.at(),
                List.of(
                        Held.Line.of("what", addition.author().name()),
                        Held.Line.of("words", addition.text())));
    }
}
