package org.diogel.report;

import org.diogel.vault.KeyId;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Names the data key of a report, so that what a later feature draws from it is sealed under the
/// same key and can be read by nobody once the report is erased.
@Service
public class ReportKeys {

    private final ReportStore store;

    ReportKeys(ReportStore store) {
        this.store = store;
    }

    /// @param draft whether it is still being written
    public record Own(KeyId key, boolean draft) {}

    /// The key of a report, which stays as it stands, a draft or sent, until the transaction ends. Before
    /// anything that is kept with it is changed.
    ///
    /// @throws NotHere when the report is gone, or not there for this actor
    @Transactional(propagation = Propagation.MANDATORY)
    public Own hold(ReportId id) {
        return store.lock(id)
                .map(row -> new Own(row.key(), row.isDraft()))
                .orElseThrow(NotHere::new);
    }

    /// @throws NotHere when the report is not there for this actor
    @Transactional(propagation = Propagation.MANDATORY)
    public KeyId of(ReportId id) {
        return store.find(id).filter(row -> !row.isDraft()).map(Row::key).orElseThrow(NotHere::new);
    }
}
