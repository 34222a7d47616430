package org.diogel.report;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door for whoever may put a report on hold and reads none: which one a reference names.
@Service
public class References {

    private final ReferenceStore store;

    References(ReferenceStore store) {
        this.store = store;
    }

    /// The report of that reference at the actor's own agency; drafts are none.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ReportId> findToHold(String reference) {
        return store.findToHold(reference);
    }
}
