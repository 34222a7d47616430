package org.diogel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccessStore {

    /// The area of whoever answers where no other does.
    static final String ANY = "ANY";

    private final JdbcClient jdbc;

    AccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Agency> agencies() {
        return jdbc.sql("SELECT id, name, kind FROM access.agency ORDER BY name")
                .query(AccessStore::agency)
                .list();
    }

    Optional<Agency> agency(AgencyId id) {
        return jdbc.sql("SELECT id, name, kind FROM access.agency WHERE id = :id")
                .param("id", id.value())
                .query(AccessStore::agency)
                .optional();
    }

    void insert(Agency agency) {
        jdbc.sql("INSERT INTO access.agency (id, name, kind) VALUES (:id, :name, :kind)")
                .param("id", agency.id().value())
                .param("name", agency.name())
                .param("kind", agency.kind())
                .update();
    }

    /// False when it has another name than the one shown.
    boolean rename(AgencyId id, String shown, String name) {
        return jdbc.sql("UPDATE access.agency SET name = :name WHERE id = :id AND name = :shown")
                        .param("id", id.value())
                        .param("shown", shown)
                        .param("name", name)
                        .update()
                == 1;
    }

    List<Desk> desks() {
        return jdbc.sql(
                        """
                        SELECT d.region, a.id, a.name, a.kind
                          FROM access.desk d JOIN access.agency a ON a.id = d.agency
                         ORDER BY d.region = 'ANY', d.region
                        """)
                .query((row, n) -> new Desk(region(row.getString("region")), agency(row, n)))
                .list();
    }

    /// False when somebody answers already.
    boolean openDesk(String area, AgencyId agency) {
        return jdbc.sql(
                                """
                                INSERT INTO access.desk (region, agency) VALUES (:area, :agency)
                                ON CONFLICT (region) DO NOTHING
                                """)
                        .param("area", area)
                        .param("agency", agency.value())
                        .update()
                == 1;
    }

    /// False when somebody else than shown answers by now.
    boolean moveDesk(String area, AgencyId shown, AgencyId agency) {
        return jdbc.sql(
                                """
                                UPDATE access.desk SET agency = :agency
                                 WHERE region = :area AND agency = :shown
                                """)
                        .param("area", area)
                        .param("shown", shown.value())
                        .param("agency", agency.value())
                        .update()
                == 1;
    }

    /// False when somebody else than shown answers by now.
    boolean closeDesk(String area, AgencyId shown) {
        return jdbc.sql("DELETE FROM access.desk WHERE region = :area AND agency = :shown")
                        .param("area", area)
                        .param("shown", shown.value())
                        .update()
                == 1;
    }

    void setDesk(String region, AgencyId agency) {
        jdbc.sql(
                        """
                        INSERT INTO access.desk (region, agency) VALUES (:region, :agency)
                        ON CONFLICT (region) DO UPDATE SET agency = excluded.agency
                        """)
                .param("region", region)
                .param("agency", agency.value())
                .update();
    }

    Optional<Agency> desk(String region) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.name, a.kind
                          FROM access.desk d JOIN access.agency a ON a.id = d.agency
                         WHERE d.region IN (:region, 'ANY')
                         ORDER BY d.region = 'ANY'
                         LIMIT 1
                        """)
                .param("region", region)
                .query(AccessStore::agency)
                .optional();
    }

    void insert(Grant grant) {
        jdbc.sql(
                        """
                        INSERT INTO access.grants
                            (subject_kind, subject, party_kind, party, purpose, source, until)
                        VALUES (:subjectKind, :subject, 'agency', :party, :purpose, :source, :until)
                        """)
                .param("subjectKind", grant.subjectKind())
                .param("subject", grant.subject())
                .param("party", grant.party().value())
                .param("purpose", grant.purpose())
                .param("source", grant.source())
                .param("until", utc(grant.until()))
                .update();
    }

    void revokeAll(String subjectKind, UUID subject) {
        jdbc.sql(
                        """
                        UPDATE access.grants SET revoked_at = now()
                         WHERE subject_kind = :kind AND subject = :subject AND revoked_at IS NULL
                        """)
                .param("kind", subjectKind)
                .param("subject", subject)
                .update();
    }

    private static Agency agency(ResultSet row, int number) throws SQLException {
        return new Agency(
                new AgencyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("kind"));
    }

    private static @Nullable Region region(String area) {
        return area.equals(ANY) ? null : Region.valueOf(area);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
