package org.diogel.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accounts and preferences; what it finds depends on who is acting.
@Repository
class AccountStore {
    private static final String SELECT =
            """
            SELECT a.id, a.agency_id, a.name, a.profession, a.roles, a.status, p.language
              FROM account.account a
              LEFT JOIN account.preference p ON p.account_id = a.id
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountView> find(AccountId id) {
        return jdbc.sql(SELECT + " WHERE a.id = :id")
                .param("id", id.value())
                .query(AccountStore::view)
                .optional();
    }

    Optional<Instant> joined(AccountId id) {
        return jdbc.sql("SELECT created_at FROM account.account WHERE id = :id")
                .param("id", id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<AccountView> all() {
        return jdbc.sql(SELECT + " ORDER BY a.status, a.name")
                .query(AccountStore::view)
                .list();
    }

    List<AccountView> activeWithRole(Role role) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE a.status = 'active' AND :role = ANY (a.roles)
                                ORDER BY a.name
                                """)
                .param("role", role.name())
                .query(AccountStore::view)
                .list();
    }

    Map<UUID, Set<Role>> rolesOf(Set<UUID> accounts) {
        Map<UUID, Set<Role>> all = new HashMap<>();
        jdbc.sql("SELECT id, roles FROM account.roles_of(:accounts)")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(
                        row -> {
                            all.put(
                                    row.getObject("id", UUID.class),
                                    Arrays.stream((String[]) row.getArray("roles").getArray())
                                            .map(Role::valueOf)
                                            .collect(Collectors.toSet()));
                        });
        return all;
    }

    Optional<byte[]> sealedEmail(AccountId id) {
        return jdbc.sql("SELECT email FROM account.account WHERE id = :id AND status = 'active'")
                .param("id", id.value())
                .query(byte[].class)
                .optional();
    }

    byte[] lookup(AccountId id) {
        return jdbc.sql("SELECT email_lookup FROM account.account WHERE id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
    }

    boolean isTaken(byte[] lookup) {
        return jdbc.sql(
                        "SELECT count(*) FROM account.account WHERE email_lookup = :lookup")
                        .param("lookup", lookup)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(AccountView account, byte[] lookup, byte[] email) {
        jdbc.sql(
                        """
                        INSERT INTO account.account
                            (id, agency_id, email_lookup, email, name, profession, roles)
                        VALUES (:id, :agency, :lookup, :email, :name, :profession, :roles)
                        """)
                .param("id", account.id().value())
                .param("agency", account.agency().value())
                .param("lookup", lookup)
                .param("email", email)
                .param("name", account.name())
                .param("profession", account.profession().name())
                .param("roles", names(account.roles()))
                .update();
        jdbc.sql("INSERT INTO account.preference (account_id, language) VALUES (:id, :language)")
                .param("id", account.id().value())
                .param("language", account.language().tag())
                .update();
    }

    void setLanguage(AccountId id, Lang language) {
        jdbc.sql("UPDATE account.preference SET language = :language WHERE account_id = :id")
                .param("id", id.value())
                .param("language", language.tag())
                .update();
    }

    /// Serialises changes of standing, so that two administrators cannot suspend each other at once.
    void lockStandings() {
        jdbc.sql("SELECT pg_catalog.pg_advisory_xact_lock(20261123)").query().listOfRows();
    }

    /// False when there is no such account, or the one acting may not change it.
    boolean setStatus(AccountId id, boolean active) {
        return jdbc.sql(
                                """
                                UPDATE account.account SET status = :status, version = version + 1
                                 WHERE id = :id
                                """)
                        .param("id", id.value())
                        .param("status", active ? "active" : "suspended")
                        .update()
                == 1;
    }

    /// Goes up with every change of standing, roles or profession.
    Optional<Integer> version(AccountId id) {
        return jdbc.sql("SELECT version FROM account.account WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /// False when somebody else changed it since, or the one acting may not.
    boolean setRoles(AccountId id, int seen, Profession profession, Set<Role> roles) {
        return jdbc.sql(
                                """
                                UPDATE account.account
                                   SET profession = :profession, roles = :roles, version = version + 1
                                 WHERE id = :id AND version = :seen
                                """)
                        .param("id", id.value())
                        .param("seen", seen)
                        .param("profession", profession.name())
                        .param("roles", names(roles))
                        .update()
                == 1;
    }

    static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static Set<Role> roles(Array array) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) array.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    private static AccountView view(ResultSet row, int number) throws SQLException {
        String language = row.getString("language");
        return new AccountView(
                new AccountId(row.getObject("id", UUID.class)),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("name"),
                Profession.valueOf(row.getString("profession")),
                roles(row.getArray("roles")),
                row.getString("status").equals("active"),
                language == null ? Lang.EN : Lang.ofTag(language).orElse(Lang.EN));
    }
}
