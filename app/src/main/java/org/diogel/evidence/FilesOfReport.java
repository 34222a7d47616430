package org.diogel.evidence;

import java.util.ArrayList;
import java.util.List;
import org.diogel.report.Enclosed;
import org.diogel.report.Enclosure;
import org.diogel.report.Going;
import org.diogel.report.ReportId;
import org.springframework.stereotype.Component;

/// Names the files on the report's own pages.
@Component
class FilesOfReport implements Enclosure {

    private final FileStore store;
    private final Sealing sealing;

    FilesOfReport(FileStore store, Sealing sealing) {
        this.store = store;
        this.sealing = sealing;
    }

    @Override
    public List<Enclosed> of(ReportId report) {
        return store.of(report).stream().map(this::enclosed).toList();
    }

    @Override
    public List<Going> going(ReportId report) {
        return store.of(report).stream().filter(FileRow::share).map(this::going).toList();
    }

    @Override
    public int count(ReportId report) {
        return store.of(report).size();
    }

    @Override
    public boolean showsChild(ReportId report) {
        return store.of(report).stream()
                .anyMatch(
                        f -> f.state() == FileState.WITHHELD || f.state() == FileState.CHILD);
    }

    private Enclosed enclosed(FileRow row) {
        Evident file = row.seen();
        return new Enclosed(
                row.id().value(),
                "evidence.is." + file.label(),
                List.of(),
                sealing.words(row),
                notes(file));
    }

    private Going going(FileRow row) {
        Evident file = row.seen();
        FileKind kind = row.kind();
        List<String> notes = new ArrayList<>();
        if (file.intimate()) {
            notes.add("evidence.note.intimate");
        }
        notes.add(file.copied() ? "evidence.goes.copy" : "evidence.goes.original");
        if (file.state() == FileState.QUARANTINED) {
            notes.add("evidence.goes.waits");
        }
        return new Going(
                new Enclosed(
                        row.id().value(),
                        "evidence.is." + file.label(),
                        List.of(),
                        sealing.words(row),
                        notes),
                kind == null ? "" : kind.goingEnding(),
                row.size(),
                file.copied(),
                file.state() == FileState.READY || file.state() == FileState.QUARANTINED);
    }

    /// Message keys of what is so about a file.
    static List<String> notes(Evident file) {
        List<String> notes = new ArrayList<>();
        if (file.intimate()) {
            notes.add("evidence.note.intimate");
        }
        switch (file.state()) {
            case READY -> {}
            case QUARANTINED -> notes.add("evidence.note.quarantined");
            case INFECTED -> notes.add("evidence.note.infected");
            case CHILD -> notes.add("evidence.note.child");
            case WITHHELD -> notes.add("evidence.note.withheld");
        }
        if (file.state() == FileState.READY || file.state() == FileState.QUARANTINED) {
            notes.add(file.share() ? "evidence.note.share" : "evidence.note.desk");
            if (file.kind() != null && file.kind().keepsHidden()) {
                notes.add("evidence.note.heic");
            }
        }
        return notes;
    }
}
