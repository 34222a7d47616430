package org.diogel.report;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnCodeStore {

    private final JdbcClient jdbc;

    OwnCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when she has one already.
    boolean give(ReportId id, byte[] codeMac, UUID account) {
        return jdbc.sql(
                                """
                                INSERT INTO report.own_code (report, code_mac, given_by)
                                VALUES (:id, :mac, :account) ON CONFLICT (report) DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("mac", codeMac)
                        .param("account", account)
                        .update()
                == 1;
    }

    boolean isOwn(ReportId id, byte[] codeMac) {
        return jdbc.sql("SELECT 1 FROM report.own_code WHERE report = :id AND code_mac = :mac")
                .param("id", id.value())
                .param("mac", codeMac)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean has(ReportId id) {
        return jdbc.sql("SELECT 1 FROM report.own_code WHERE report = :id")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// False when one was set before.
    boolean setSecond(ReportId id, String hash) {
        return jdbc.sql(
                                """
                                UPDATE report.report SET second_hash = :hash
                                 WHERE id = :id AND second_hash IS NULL AND state <> 'DRAFT'
                                """)
                        .param("id", id.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }
}
