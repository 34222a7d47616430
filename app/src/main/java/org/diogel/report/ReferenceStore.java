package org.diogel.report;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReferenceStore {

    private final JdbcClient jdbc;

    ReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReportId> findToHold(String reference) {
        return jdbc.sql("SELECT report.find_to_hold(:reference)")
                .param("reference", reference)
                .query(UUID.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(ReportId::new);
    }
}
