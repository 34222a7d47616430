package org.diogel.liaison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.report.ReportId;
import org.diogel.report.StatusLine;
import org.diogel.report.StatusSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What she is told became of what she gave. The code alone may read it, so it names nobody whom she
/// chose: that it was passed on, how that stands, and what they say came of it.
@Component
class LiaisonStatus implements StatusSource {

    private final PackageStore store;
    private final PackageNoteStore notes;
    private final AfterwordStore afterwords;

    LiaisonStatus(PackageStore store, PackageNoteStore notes, AfterwordStore afterwords) {
        this.store = store;
        this.notes = notes;
        this.afterwords = afterwords;
    }

    @Override
    public List<StatusLine> statusOf(ReportId report) {
        List<StatusLine> lines = new ArrayList<>();
        for (PackageRow row : store.ofReport(report)) {
            boolean byHand = row.receiver() == null;
            if (!byHand || row.cameBack()) {
                add(lines, row.follows() == null ? "passed" : "added", row.passedAt());
            }
            add(lines, "opened", row.openedAt());
            if (row.handedOn() != null) {
                lines.add(
                        StatusLine.ofDay(
                                row.handedOn(), row.passedAt(), "liaison.status.handed"));
            }
            boolean hadGone = !byHand || row.printedAt() != null;
            if (hadGone) {
                add(lines, "back", row.endedAt());
            }
            add(lines, row.isForPolice() ? "asked-police" : "asked", row.askedBackAt());
            lines.addAll(outcomes(row));
        }
        for (Afterword one : afterwords.ofReport(report)) {
            if (one.toldOn() != null) {
                lines.add(
                        StatusLine.ofDay(one.toldOn(), one.since(), "liaison.status.told"));
            }
        }
        return lines;
    }

    private List<StatusLine> outcomes(PackageRow row) {
        List<PackageNoteStore.Came> all = notes.outcomes(row.id());
        Instant opened = row.openedAt();
        Instant after = opened == null ? row.passedAt() : opened;
        Set<UUID> replaced = new HashSet<>();
        all.forEach(
                came -> {
                    if (came.replaces() != null) {
                        replaced.add(came.replaces());
                    }
                });
        return all.stream()
                .filter(came -> !replaced.contains(came.id()))
                .map(
                        came ->
                                StatusLine.ofDay(
                                        came.day(),
                                        after,
                                        "liaison.status.outcome." + came.what()))
                .toList();
    }

    private static void add(
            List<StatusLine> lines, String what, @Nullable Instant at) {
        if (at != null) {
            lines.add(
                    new StatusLine(at, "liaison.status." + what, List.of()));
        }
    }
}
