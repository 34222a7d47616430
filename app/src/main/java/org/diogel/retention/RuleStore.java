package org.diogel.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.diogel.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which rules are on, and what they did.
@Repository
class RuleStore {

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What one rule did one night.
    record Run(String code, Instant at, int erased, boolean failed) {}

    /// Version by code, of those that somebody switched on.
    Map<String, String> on() {
        return jdbc.sql("SELECT code, version FROM retention.rule")
                .query((row, _) -> Map.entry(row.getString("code"), row.getString("version")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void switchOn(String code, String version, AccountId by) {
        switchOff(code);
        jdbc.sql("INSERT INTO retention.rule (code, version, by) VALUES (:code, :version, :by)")
                .param("code", code)
                .param("version", version)
                .param("by", by.value())
                .update();
    }

    void switchOff(String code) {
        jdbc.sql("DELETE FROM retention.rule WHERE code = :code").param("code", code).update();
    }

    void ran(String code, int erased, boolean failed) {
        jdbc.sql("INSERT INTO retention.run (code, erased, failed) VALUES (:code, :erased, :failed)")
                .param("code", code)
                .param("erased", erased)
                .param("failed", failed)
                .update();
    }

    /// The newest of each rule.
    Map<String, Run> last() {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (code) code, at, erased, failed
                          FROM retention.run ORDER BY code, number DESC
                        """)
                .query(
                        (row, _) ->
                                new Run(
                                        row.getString("code"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getInt("erased"),
                                        row.getBoolean("failed")))
                .stream()
                .collect(Collectors.toMap(Run::code, run -> run));
    }
}
