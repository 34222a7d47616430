package org.diogel.checker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.diogel.alert.AlertId;
import org.diogel.kernel.AgencyId;
import org.diogel.report.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What may be looked up; what it finds depends on who is acting.
@Repository
class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param possible equal ones may still be of two people
    record Entry(byte[] tag, AlertId alert, boolean possible, Instant shownFrom) {}

    void insert(Entry entry, ReportId report, AgencyId agency) {
        jdbc.sql(
                        """
                        INSERT INTO checker.entry (tag, alert, report, agency, possible, shown_from)
                        VALUES (:tag, :alert, :report, :agency, :possible, :from)
                        """)
                .param("tag", entry.tag())
                .param("alert", entry.alert().value())
                .param("report", report.value())
                .param("agency", agency.value())
                .param("possible", entry.possible())
                .param("from", entry.shownFrom().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Entries with one of these tags that show now.
    ///
    /// @param tags always [Asked#MOST]
    List<Entry> find(List<byte[]> tags) {
        return jdbc.sql(
                        """
                        SELECT * FROM checker.entry
                         WHERE tag IN (:tags) AND shown_from <= now()
                        """)
                .param("tags", tags)
                .query(EntryStore::entry)
                .list();
    }

    List<Entry> of(AlertId alert) {
        return jdbc.sql("SELECT * FROM checker.entry WHERE alert = :alert")
                .param("alert", alert.value())
                .query(EntryStore::entry)
                .list();
    }

    void remove(AlertId alert) {
        jdbc.sql("DELETE FROM checker.entry WHERE alert = :alert")
                .param("alert", alert.value())
                .update();
    }

    /// Whether there was anything.
    boolean remove(ReportId report) {
        return jdbc.sql("DELETE FROM checker.entry WHERE report = :report")
                        .param("report", report.value())
                        .update()
                > 0;
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getBytes("tag"),
                new AlertId(row.getObject("alert", UUID.class)),
                row.getBoolean("possible"),
                row.getObject("shown_from", OffsetDateTime.class).toInstant());
    }
}
