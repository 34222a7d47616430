package org.diogel.access;

import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is on hold.
@Repository
class HeldStore {

    private final JdbcClient jdbc;

    HeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID hold, String subjectKind, UUID subject, AgencyId agency) {
        jdbc.sql(
                        """
                        INSERT INTO access.held (hold, subject_kind, subject, agency)
                        VALUES (:hold, :kind, :subject, :agency)
                        """)
                .param("hold", hold)
                .param("kind", subjectKind)
                .param("subject", subject)
                .param("agency", agency.value())
                .update();
    }

    void delete(UUID hold) {
        jdbc.sql("DELETE FROM access.held WHERE hold = :hold").param("hold", hold).update();
    }

    boolean isHeld(UUID subject) {
        return jdbc.sql("SELECT access.is_held(:subject)")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }
}
