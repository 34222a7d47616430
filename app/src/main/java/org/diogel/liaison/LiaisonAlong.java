package org.diogel.liaison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.diogel.evidence.DeskFiles;
import org.diogel.report.GivenAlong;
import org.diogel.report.ReportId;
import org.springframework.stereotype.Component;

/// Which files went with packages: saved by the force, or open to it.
@Component
class LiaisonAlong implements GivenAlong {

    private final PackageStore store;
    private final DeskFiles files;

    LiaisonAlong(PackageStore store, DeskFiles files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public List<Along> of(ReportId report) {
        Map<UUID, String> kinds = files.kinds(report);
        List<Along> all = new ArrayList<>();
        for (PackageRow row : store.ofReport(report)) {
            List<PackageStore.Given> given = store.files(row.id());
            Map<String, List<Instant>> saved = new TreeMap<>();
            Map<String, List<Instant>> open = new TreeMap<>();
            Set<UUID> ready =
                    files.open(report, given.stream().map(PackageStore.Given::file).toList());
            for (PackageStore.Given file : given) {
                String kind = kinds.getOrDefault(file.file(), "evidence.is.document");
                Instant opened = row.openedAt();
                if (file.takenAt() != null) {
                    saved.computeIfAbsent(kind, _ -> new ArrayList<>()).add(file.takenAt());
                } else if (opened != null && row.isOpenTo() && ready.contains(file.file())) {
                    open.computeIfAbsent(kind, _ -> new ArrayList<>()).add(opened);
                }
            }
            saved.forEach((kind, at) -> all.add(along(row, kind, true, at)));
            open.forEach((kind, at) -> all.add(along(row, kind, false, at)));
        }
        return all;
    }

    private static Along along(PackageRow row, String kind, boolean saved, List<Instant> at) {
        return new Along(row.id().value(), kind, at.size(), saved, Collections.min(at));
    }
}
