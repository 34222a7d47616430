package org.diogel.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long reports lie unread at each desk.
@Repository
class DeskAgeStore {
    private final JdbcClient jdbc;

    DeskAgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(AgencyId desk, Instant oldest, long late) {}

    List<Row> ages(Instant now) {
        return jdbc.sql("SELECT desk, oldest, late FROM report.desk_ages(:now) ORDER BY oldest")
                .param("now", ReportStore.utc(now))
                .query(
                        (row, n) ->
                                new Row(
                                        new AgencyId(row.getObject("desk", UUID.class)),
                                        row.getObject("oldest", OffsetDateTime.class).toInstant(),
                                        row.getLong("late")))
                .list();
    }
}
