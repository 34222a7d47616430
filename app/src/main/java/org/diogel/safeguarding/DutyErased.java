package org.diogel.safeguarding;

import org.diogel.report.ReportErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What was said goes with the report.
@Component
class DutyErased {

    private final DutyStore store;

    DutyErased(DutyStore store) {
        this.store = store;
    }

    @EventListener
    void on(ReportErased erased) {
        store.forget(erased.report());
    }
}
