package org.diogel.alert;

import java.util.ArrayList;
import java.util.List;
import org.diogel.figures.Figure;
import org.diogel.figures.Figures;
import org.diogel.report.ReportId;
import org.diogel.report.StatusLine;
import org.diogel.report.StatusSource;
import org.springframework.stereotype.Component;

/// What she is told became of her report here: that a warning went, how it ended, and how many
/// projects read it where there are enough of them that a number says nothing about one.
@Component
class AlertStatus implements StatusSource {

    private final AlertStore store;
    private final NoteStore notes;
    private final Figures figures;

    AlertStatus(AlertStore store, NoteStore notes, Figures figures) {
        this.store = store;
        this.notes = notes;
        this.figures = figures;
    }

    @Override
    public List<StatusLine> statusOf(ReportId report) {
        List<StatusLine> lines = new ArrayList<>();
        for (AlertRow row : store.ofReport(report)) {
            if (row.publishedAt() != null) {
                String sent = row.corrects() == null ? "published" : "correction";
                lines.add(new StatusLine(row.publishedAt(), "alert.status." + sent, List.of()));
                Figure readers = figures.about(notes.readers(row.id()));
                if (readers.some()) {
                    lines.add(
                            new StatusLine(
                                    row.publishedAt(),
                                    "alert.status.read",
                                    List.of("count", readers)));
                }
                if (row.endedAt() != null && row.state() != AlertState.CORRECTED) {
                    String end = row.state() == AlertState.EXPIRED ? "expired" : "withdrawn";
                    lines.add(new StatusLine(row.endedAt(), "alert.status." + end, List.of()));
                }
            }
        }
        return lines;
    }
}
