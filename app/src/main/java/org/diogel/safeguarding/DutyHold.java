package org.diogel.safeguarding;

import org.diogel.report.Hold;
import org.diogel.report.ReportId;
import org.springframework.stereotype.Component;

/// While an answer is awaited the report is not deleted.
@Component
class DutyHold implements Hold {

    private final DutyStore store;

    DutyHold(DutyStore store) {
        this.store = store;
    }

    @Override
    public boolean isHeld(ReportId report) {
        return store.isOpen(report);
    }
}
