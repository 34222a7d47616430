package org.diogel.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diogel.vault.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows the system itself looks after: what is to be erased.
@Repository
class SweepStore {

    /// A report whose time has come. @param draft whether it was never sent
    record Due(ReportId report, KeyId key, boolean draft) {}

    private final JdbcClient jdbc;

    SweepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until when things are kept. @param drafts touched last @param closed closed last
    record Until(Instant now, Instant drafts, Instant closed) {}

    /// Sent reports to be erased by now, drafts nobody touched and reports closed long ago.
    List<Due> due(Until until) {
        return jdbc.sql(
                        """
                        SELECT id, key_id, state = 'DRAFT' AS draft
                          FROM report.report
                         WHERE erase_after <= :now OR (state = 'DRAFT' AND touched_at < :drafts)
                            OR (state = 'CLOSED' AND closed_at < :closed)
                         ORDER BY id LIMIT 200
                        """)
                .param("now", ReportStore.utc(until.now()))
                .param("drafts", ReportStore.utc(until.drafts()))
                .param("closed", ReportStore.utc(until.closed()))
                .query(
                        (row, n) ->
                                new Due(
                                        new ReportId(row.getObject("id", UUID.class)),
                                        new KeyId(row.getObject("key_id", UUID.class)),
                                        row.getBoolean("draft")))
                .list();
    }

    /// Removes the report if its time has still come: she may have kept it a moment ago.
    boolean erase(Due due, Until until) {
        int gone =
                jdbc.sql(
                                """
                                DELETE FROM report.report
                                 WHERE id = :id AND (erase_after <= :now
                                     OR (state = 'DRAFT' AND touched_at < :drafts)
                                     OR (state = 'CLOSED' AND closed_at < :closed))
                                """)
                        .param("id", due.report().value())
                        .param("now", ReportStore.utc(until.now()))
                        .param("drafts", ReportStore.utc(until.drafts()))
                        .param("closed", ReportStore.utc(until.closed()))
                        .update();
        if (gone == 1) {
            jdbc.sql("INSERT INTO report.gone (key_id, at) VALUES (:key, :now)")
                    .param("key", due.key().value())
                    .param("now", ReportStore.utc(until.now()))
                    .update();
        }
        return gone == 1;
    }

    /// Removes the reports of these keys, which an older backup brought back.
    List<ReportId> eraseReturned(Collection<KeyId> keys) {
        return jdbc.sql("SELECT r FROM report.erase_returned(:keys) AS e(r)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, n) -> new ReportId(row.getObject("r", UUID.class)))
                .list();
    }

    List<KeyId> gone() {
        return jdbc.sql("SELECT key_id FROM report.gone ORDER BY at LIMIT 1000")
                .query((row, n) -> new KeyId(row.getObject("key_id", UUID.class)))
                .list();
    }

    void forget(KeyId key) {
        jdbc.sql("DELETE FROM report.gone WHERE key_id = :key").param("key", key.value()).update();
    }

    /// Those that no report names.
    List<KeyId> unnamed(Collection<KeyId> keys) {
        return jdbc.sql("SELECT k FROM report.unnamed_keys(:keys) AS u(k)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, n) -> new KeyId(row.getObject("k", UUID.class)))
                .list();
    }
}
