package org.diogel.report;

import java.time.Clock;
import java.util.List;
import org.diogel.figures.Figures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whether reports lie unread, for an administrator, who sees no report.
@Service
public class DeskAges {
    private final DeskAgeStore store;
    private final Figures figures;
    private final Clock clock;

    DeskAges(DeskAgeStore store, Figures figures, Clock clock) {
        this.store = store;
        this.figures = figures;
        this.clock = clock;
    }

    /// Desks where something lies unread, the longest first.
    ///
    /// @throws org.springframework.dao.DataAccessException for anybody but an administrator
    @Transactional(readOnly = true)
    public List<DeskAge> listUnread() {
        return store.ages(clock.instant()).stream()
                .map(row -> new DeskAge(row.desk(), row.oldest(), figures.about(row.late())))
                .toList();
    }
}
