package org.diogel.report;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TiedStore {

    private final JdbcClient jdbc;

    TiedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return how many are kept out of the report of the acting holder
    long keepOutTied() {
        return jdbc.sql("SELECT report.keep_out_tied()").query(Long.class).single();
    }

    void keepOutOfTied(UUID tie) {
        jdbc.sql("SELECT report.keep_out_of_tied(:tie)")
                .param("tie", tie)
                .query((row, n) -> true)
                .list();
    }
}
