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
    private static final String SELECT =
            """
            SELECT id, agency_id, email, name, profession, roles, account_id, invited_by, waits,
                   confirmed_by, expires_at
              FROM account.invitation
             WHERE used_at IS NULL AND cancelled_at IS NULL AND expires_at > :now
            """;

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An invitation that was neither used nor cancelled and is not too old.
    ///
    /// @param email sealed address; null when the person types it herself
    /// @param account whose way of signing in is set up anew; null for somebody new
    /// @param by who asked; null for the launcher's word
    /// @param waits whether it is worth nothing until a second person has confirmed it
    record Row(
            UUID id,
            AgencyId agency,
            byte @Nullable [] email,
            String name,
            Profession profession,
            Set<Role> roles,
            @Nullable AccountId account,
            @Nullable AccountId by,
            boolean waits,
            Instant expires) {}

    void insert(Row row, byte[] token) {
        jdbc.sql(
                        """
                        INSERT INTO account.invitation
                            (id, token, agency_id, email, name, profession, roles, account_id,
                             invited_by, waits, expires_at)
                        VALUES (:id, :token, :agency, :email, :name, :profession, :roles, :account,
                            :by, :waits, :expires)
                        """)
                .param("id", row.id())
                .param("token", token)
                .param("agency", row.agency().value())
                .param("email", row.email())
                .param("name", row.name())
                .param("profession", row.profession().name())
                .param("roles", AccountStore.names(row.roles()))
                .param("account", value(row.account()))
                .param("by", value(row.by()))
                .param("waits", row.waits())
                .param("expires", row.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> byToken(byte[] token, Instant now) {
        return jdbc.sql(SELECT + " AND token = :token")
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(InvitationStore::row)
                .optional();
    }

    Optional<Row> byId(UUID id, Instant now) {
        return jdbc.sql(SELECT + " AND id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(InvitationStore::row)
                .optional();
    }

    List<Row> open(Instant now) {
        return jdbc.sql(SELECT + " ORDER BY expires_at")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(InvitationStore::row)
                .list();
    }

    /// True for the first only, and never for one that still waits.
    boolean use(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE account.invitation SET used_at = :now
                                 WHERE id = :id AND used_at IS NULL AND cancelled_at IS NULL
                                   AND expires_at > :now AND (NOT waits OR confirmed_by IS NOT NULL)
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

    /// False when it no longer waits, or the one acting asked for it herself.
    boolean confirm(UUID id, AccountId by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE account.invitation SET confirmed_by = :by
                                 WHERE id = :id AND waits AND confirmed_by IS NULL
                                   AND invited_by <> :by AND account_id IS DISTINCT FROM :by
                                   AND used_at IS NULL
                                   AND cancelled_at IS NULL AND expires_at > :now
                                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean cancel(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE account.invitation SET cancelled_at = :now
                                 WHERE id = :id AND used_at IS NULL AND cancelled_at IS NULL
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Earlier links that would set up this account's way of signing in anew.
    void cancelAnew(AccountId account, Instant now) {
        jdbc.sql(
                        """
                        UPDATE account.invitation SET cancelled_at = :now
                         WHERE account_id = :account AND used_at IS NULL AND cancelled_at IS NULL
                        """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whatever this account asked for, and whatever would set up its way of signing in anew.
    int cancelAllOf(AccountId account, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE account.invitation SET cancelled_at = :now
                         WHERE (invited_by = :account OR account_id = :account)
                           AND used_at IS NULL AND cancelled_at IS NULL
                        """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable UUID value(@Nullable AccountId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new AccountId(id);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getBytes("email"),
                row.getString("name"),
                Profession.valueOf(row.getString("profession")),
                AccountStore.roles(row.getArray("roles")),
                account(row, "account_id"),
                account(row, "invited_by"),
                row.getBoolean("waits") && row.getObject("confirmed_by") == null,
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
