package org.diogel.liaison;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diogel.report.ReportId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How people say they were treated. An answer is kept as `question=answer`.
@Repository
class TreatmentStore {

    private final JdbcClient jdbc;

    TreatmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param report null where nothing leads back to it
    record Row(
            UUID id,
            LocalDate quarter,
            String version,
            @Nullable UUID report,
            List<String> answers,
            byte @Nullable [] words) {}

    /// False when this report's holder said it before.
    boolean markAnswered(ReportId report) {
        return jdbc.sql("INSERT INTO liaison.answered (report) VALUES (:report) ON CONFLICT DO NOTHING")
                        .param("report", report.value())
                        .update()
                == 1;
    }

    boolean isAnswered(ReportId report) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM liaison.answered WHERE report = :report)")
                .param("report", report.value())
                .query(Boolean.class)
                .single();
    }

    void insert(Row row) {
        jdbc.sql(
                        """
                        INSERT INTO liaison.treatment (id, quarter, version, report, answers, words)
                        VALUES (:id, :quarter, :version, :report, :answers, :words)
                        """)
                .param("id", row.id())
                .param("quarter", row.quarter())
                .param("version", row.version())
                .param("report", row.report(), Types.OTHER)
                .param("answers", row.answers().toArray(String[]::new))
                .param("words", row.words(), Types.BINARY)
                .update();
    }

    /// What this report's holder let the desk read.
    List<Row> ofReport(ReportId report) {
        return jdbc.sql(
                        """
                        SELECT id, quarter, version, report, answers, words FROM liaison.treatment
                         WHERE report = :report
                        """)
                .param("report", report.value())
                .query(
                        (row, n) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        row.getObject("quarter", LocalDate.class),
                                        row.getString("version"),
                                        row.getObject("report", UUID.class),
                                        List.of((String[]) row.getArray("answers").getArray()),
                                        row.getBytes("words")))
                .list();
    }

    /// True counts by question and answer, of one quarter.
    Map<String, Map<String, Long>> count(LocalDate quarter) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        jdbc.sql(
                        """
                        SELECT split_part(a, '=', 1) AS question, split_part(a, '=', 2) AS answer, count(*) AS n
                          FROM liaison.treatment t, unnest(t.answers) AS a
                         WHERE t.quarter = :quarter AND t.report IS NULL
                         GROUP BY 1, 2
                        """)
                .param("quarter", quarter)
                .query(
                        row -> {
                            all.computeIfAbsent(row.getString("question"), _ -> new TreeMap<>())
                                    .put(row.getString("answer"), row.getLong("n"));
                        });
        return all;
    }

    void forget(ReportId report) {
        jdbc.sql("DELETE FROM liaison.treatment WHERE report = :report")
                .param("report", report.value())
                .update();
        jdbc.sql("DELETE FROM liaison.answered WHERE report = :report")
                .param("report", report.value())
                .update();
    }
}
