package org.diogel.report;

import java.time.Instant;
import org.diogel.access.Access;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.springframework.stereotype.Component;

/// What else happens in the transaction that erases a report: what belongs to it ends, and whom the
/// record of looks is about there is taken out.
@Component
class Aftermath {

    private final Access access;
    private final Consents consents;
    private final Audit audit;

    Aftermath(Access access, Consents consents, Audit audit) {
        this.access = access;
        this.consents = consents;
        this.audit = audit;
    }

    void of(ReportId report, boolean draft, Instant now) {
        if (!draft) {
            access.revokeAll("report", report.value());
            consents.ended(report.value(), now);
        }
        // Before the last row of it, whose id leads nowhere any more.
        audit.eraseSubject(report.value());
        audit.record(AuditEntry.of("report.erased", "report", report.value()));
    }
}
