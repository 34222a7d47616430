package org.diogel.report;

import java.util.List;
import java.util.Optional;
import org.diogel.access.Access;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AgencyId;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door for reading, in an emergency, what another desk answers or what waits for the safeguarding
/// lead: nothing is changed, and nothing counts as read by the desk. The caller's transaction has the
/// purpose [Access#EMERGENCY].
@Service
public class InEmergency {

    private final ReportStore store;
    private final Content content;
    private final Audit audit;

    InEmergency(ReportStore store, Content content, Audit audit) {
        this.store = store;
        this.content = content;
        this.audit = audit;
    }

    /// @param agency whose desk answers it
    public record Found(ReportId id, AgencyId agency) {}

    /// Which report people mean by the eight characters they say.
    ///
    /// @param reference as [QueueItem#reference]
    /// @return empty also for whoever is kept out of it
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Found> find(String reference) {
        return store.findByReference(reference);
    }

    /// Unseals what was told and added, for as long as the grant lasts; written down as any look.
    ///
    /// @throws NotHere when it is not, or no longer, open to this person
    @Transactional(propagation = Propagation.MANDATORY)
    public Opened read(ReportId id) {
        Row row = store.find(id).filter(r -> !r.isDraft()).orElseThrow(NotHere::new);
        Answers answers = content.open(row);
        List<Addition> additions = content.additions(row);
        audit.record(
                new AuditEntry(
                        "report.opened",
                        "report",
                        id.value(),
                        Reports.fields(answers, additions, List.of())));
        return new Opened(row.item(true), answers, additions, List.of());
    }

    /// Notes that somebody asked for what is not, or no longer, open to her.
    public void noteRefused() {
        audit.recordDenied(AuditEntry.of("report.look", "report", null));
    }
}
