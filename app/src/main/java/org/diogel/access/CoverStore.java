package org.diogel.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CoverStore {

    private final JdbcClient jdbc;

    CoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Cover cover) {
        for (AgencyId party : cover.parties()) {
            for (SharingPurpose purpose : cover.purposes()) {
                jdbc.sql(
                                """
                                INSERT INTO access.cover (protocol, agency, purpose, begins, ends)
                                VALUES (:protocol, :agency, :purpose, :begins, :ends)
                                """)
                        .param("protocol", cover.protocol())
                        .param("agency", party.value())
                        .param("purpose", purpose.name())
                        .param("begins", cover.begins().atOffset(ZoneOffset.UTC))
                        .param("ends", cover.ends().atOffset(ZoneOffset.UTC))
                        .update();
            }
        }
    }

    /// One that has not begun yet never does.
    void end(UUID protocol, Instant at) {
        jdbc.sql(
                        """
                        UPDATE access.cover SET ends = greatest(begins, :at)
                         WHERE protocol = :protocol AND ends > :at
                        """)
                .param("protocol", protocol)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean covers(AgencyId one, AgencyId other, SharingPurpose purpose) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.partners
                            WHERE one = :one AND other = :other AND purpose = :purpose)
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("purpose", purpose.name())
                .query(Boolean.class)
                .single();
    }

    Set<AgencyId> partners(AgencyId one, SharingPurpose purpose) {
        return jdbc
                .sql("SELECT DISTINCT other FROM access.partners WHERE one = :one AND purpose = :purpose")
                .param("one", one.value())
                .param("purpose", purpose.name())
                .query(UUID.class)
                .set()
                .stream()
                .map(AgencyId::new)
                .collect(Collectors.toSet());
    }
}
