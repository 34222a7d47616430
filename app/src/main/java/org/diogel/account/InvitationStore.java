package org.diogel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {
    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param email sealed address; null when the person types it herself
    record Row(
            UUID id,
            AgencyId agency,
            byte @Nullable [] email,
            String name,
            Profession profession,
            Set<Role> roles,
            Instant expires,
            boolean used) {}

    void insert(Row row, byte[] token, @Nullable AccountId by) {
        jdbc.sql(
                        """
                        INSERT INTO account.invitation
                            (id, token, agency_id, email, name, profession, roles, invited_by, expires_at)
                        VALUES (:id, :token, :agency, :email, :name, :profession, :roles, :by, :expires)
                        """)
                .param("id", row.id())
                .param("token", token)
                .param("agency", row.agency().value())
                .param("email", row.email())
                .param("name", row.name())
                .param("profession", row.profession().name())
                .param("roles", AccountStore.names(row.roles()))
                .param("by", by == null ? null : by.value())
                .param("expires", row.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> byToken(byte[] token) {
        return jdbc.sql(
                        """
                        SELECT id, agency_id, email, name, profession, roles, expires_at, used_at
                          FROM account.invitation WHERE token = :token
                        """)
                .param("token", token)
                .query(InvitationStore::row)
                .optional();
    }

    Optional<Row> byId(UUID id) {
        return jdbc.sql(
                        """
                        SELECT id, agency_id, email, name, profession, roles, expires_at, used_at
                          FROM account.invitation WHERE id = :id
                        """)
                .param("id", id)
                .query(InvitationStore::row)
                .optional();
    }

    List<Row> open(Instant now) {
        return jdbc.sql(
                        """
                        SELECT id, agency_id, email, name, profession, roles, expires_at, used_at
                          FROM account.invitation
                         WHERE used_at IS NULL AND expires_at > :now
                         ORDER BY expires_at
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(InvitationStore::row)
                .list();
    }

    /// True for the first only.
    boolean use(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE account.invitation SET used_at = :now
                                 WHERE id = :id AND used_at IS NULL AND expires_at > :now
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Forgets links that ended more than ninety days ago.
    int sweep() {
        return jdbc.sql(
                        """
                        DELETE FROM account.invitation
                         WHERE expires_at < now() - interval '90 days'
                        """)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getBytes("email"),
                row.getString("name"),
                Profession.valueOf(row.getString("profession")),
                AccountStore.roles(row.getArray("roles")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at") != null);
    }
}
