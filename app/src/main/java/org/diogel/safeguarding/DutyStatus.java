package org.diogel.safeguarding;

import java.util.ArrayList;
import java.util.List;
import org.diogel.report.ReportId;
import org.diogel.report.StatusLine;
import org.diogel.report.StatusSource;
import org.springframework.stereotype.Component;

/// What came of it, for her: the database shows a holder nothing of it before she was told, nor without
/// her second secret.
@Component
class DutyStatus implements StatusSource {

    private final DutyStore store;

    DutyStatus(DutyStore store) {
        this.store = store;
    }

    @Override
    public List<StatusLine> statusOf(ReportId report) {
        List<StatusLine> lines = new ArrayList<>();
        for (DutyRow row : store.of(report)) {
            for (DutyStore.Event event : store.events(row.id())) {
                DutyData.step(event.what())
                        .map(DutyData.Step::says)
                        .filter(says -> !says.isEmpty())
                        .ifPresent(
                                says ->
                                        lines.add(
                                                StatusLine.ofDay(
                                                        event.day(),
                                                        row.passedAt(),
                                                        "safeguarding.status." + says)));
            }
        }
        return lines;
    }
}
