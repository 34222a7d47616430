package org.diogel.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.diogel.report.ReportId;
import org.springframework.stereotype.Component;

/// Warnings drawn from a report. Their words are of whoever is warned of, in what she told herself.
@Component
class AlertGather implements Gathers {

    private final AlertGatherStore rows;
    private final AlertStore alerts;
    private final Contents contents;

    AlertGather(AlertGatherStore rows, AlertStore alerts, Contents contents) {
        this.rows = rows;
        this.alerts = alerts;
        this.contents = contents;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REPORT
                ? Set.of(
                        "alert.alert",
                        "alert.content",
                        "alert.event",
                        "alert.approval",
                        "alert.reading")
                : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        if (!subject.is(Subject.Kind.REPORT)) {
            return List.of();
        }
        List<Held> all = new ArrayList<>(rows.about(subject.id()));
        for (AlertRow alert : alerts.ofReport(new ReportId(subject.id()))) {
            contents.find(alert.id()).ifPresent(warning -> all.add(held(alert, warning)));
            contents.events(alert.id()).forEach(event -> all.add(held(event)));
        }
        return all;
    }

    private static Held held(AlertRow alert, Warning warning) {
        List<Held.Line> lines =
                warning.values().entrySet().stream()
                        .filter(e -> !e.getKey().equals("audience") && !e.getKey().startsWith("reason."))
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(
                                e ->
                                        new Held.Line(
                                                e.getKey().equals("kinds") ? "what" : "words", e.getValue()))
                        .toList();
        return new Held("alert.content", Held.Whose.ANOTHERS, true, alert.publishedAt(), lines);
    }

    private static Held held(AlertEvent event) {
        List<Held.Line> lines = new ArrayList<>();
        lines.add(Held.Line.of("what", event.what()));
        if (!event.note().isEmpty()) {
            lines.add(Held.Line.of("reason", event.note()));
        }
        return new Held("alert.event", Held.Whose.WORKERS, event.note().isEmpty(), event.at(), lines);
    }
}
