package org.diogel.report;

import java.util.List;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Other reports in which exactly the same number, address or plate was told: a hint, no more. It
/// compares keyed hashes, opens nothing, and sees only what the one acting may read anyhow: her own
/// desk's, and of those that wait for the safeguarding lead none.
@Service
class AlikeReports {

    private final AlikeStore store;
    private final Reports reports;
    private final Audit audit;

    AlikeReports(AlikeStore store, Reports reports, Audit audit) {
        this.store = store;
        this.reports = reports;
        this.audit = audit;
    }

    /// Newest first.
    @Transactional
    List<Alike> of(ReportId id) {
        List<AlikeStore.Shared> shared = store.alike(id);
        if (!shared.isEmpty()) {
            audit.record(AuditEntry.of("report.compared", "report", id.value(), "identifiers"));
        }
        return shared.stream().map(s -> new Alike(reports.get(s.report()), s.kinds())).toList();
    }
}
