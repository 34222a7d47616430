package org.diogel.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diogel.database.DatabaseSettings.Login;

/// Refuses a database on which an acknowledged report could be lost or read past the row policies.
/// Every refusal is one sentence that says what to do.
public final class SafetyCheck {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /// What everybody tries first.
    private static final Set<String> DEFAULT_PASSWORDS =
            Set.of("postgres", "password", "changeme", "change-me", "secret", "diogel", "admin");

    /// A password that is stored should have been made by a machine.
    private static final int SHORTEST_PASSWORD = 12;

    private SafetyCheck() {}

    /// @throws DatabaseRefusal when it is not safe, or not there
    public static void check(DatabaseSettings settings) {
        for (var login : List.of(settings.app(), settings.platform(), settings.migrate())) {
            checkPassword(login);
        }
        for (var login : List.of(settings.app(), settings.platform())) {
            try (var connection = connect(settings, login)) {
                checkServer(ServerFacts.read(connection));
                checkRole(RoleFacts.read(connection));
            } catch (SQLException e) {
                throw unreachable(login, e);
            }
        }
        try (var connection = connect(settings, settings.migrate())) {
            checkPolicies(RoleFacts.read(connection));
            checkAccess(connection);
        } catch (SQLException e) {
            throw unreachable(settings.migrate(), e);
        }
    }

    static void checkPassword(Login login) {
        var password = login.password();
        if (password.length() < SHORTEST_PASSWORD
                || password.equalsIgnoreCase(login.user())
                || DEFAULT_PASSWORDS.contains(password.toLowerCase(Locale.ROOT))) {
            throw DatabaseRefusal.unsafe(
                    "The password of database user "
                            + login.user()
                            + " is empty, well known or shorter than "
                            + SHORTEST_PASSWORD
                            + " characters; set a long random one.");
        }
    }

    static void checkServer(ServerFacts server) {
        if (server.version() < 16_00_00) {
            throw DatabaseRefusal.unsafe(
                    "This PostgreSQL is older than 16; upgrade it to 16 or newer.");
        }
        refuseOff("fsync", server.fsync());
        refuseOff("full_page_writes", server.fullPageWrites());
        refuseOff("synchronous_commit", server.synchronousCommit());
        if (isOff(server.dataChecksums())) {
            throw DatabaseRefusal.unsafe(
                    "PostgreSQL runs without data checksums; stop it, run pg_checksums --enable,"
                            + " and start it again.");
        }
    }

    /// Of the migration user too, who must own tables: past the policies goes nobody.
    static void checkPolicies(RoleFacts role) {
        if (role.superuser() || role.bypassesPolicies()) {
            throw DatabaseRefusal.unsafe(
                    "Database user "
                            + role.name()
                            + " bypasses row-level security; run ALTER ROLE "
                            + role.name()
                            + " NOSUPERUSER NOBYPASSRLS, and take it out of every role that does.");
        }
    }

    static void checkRole(RoleFacts role) {
        checkPolicies(role);
        if (role.ownsSomething() || role.memberOfOwner()) {
            throw DatabaseRefusal.unsafe(
                    "Database user "
                            + role.name()
                            + " owns tables or belongs to diogel_owner; give the tables to"
                            + " diogel_owner and run REVOKE diogel_owner FROM "
                            + role.name()
                            + ".");
        }
    }

    private static void checkAccess(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var rows =
                        sql.executeQuery(
                                """
                                select count(*) from pg_catalog.pg_hba_file_rules
                                where auth_method = 'trust'
                                """)) {
            rows.next();
            if (rows.getInt(1) > 0) {
                throw DatabaseRefusal.unsafe(
                        "PostgreSQL lets somebody in without a password; replace every \"trust\" in"
                                + " its pg_hba.conf by scram-sha-256 and reload it.");
            }
        } catch (SQLException e) {
            // A server of somebody else may not show its rules; its operator answers for them.
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void refuseOff(String setting, String value) {
        if (isOff(value)) {
            throw DatabaseRefusal.unsafe(
                    "PostgreSQL runs with "
                            + setting
                            + " off and could lose an acknowledged report; set "
                            + setting
                            + " = on and restart it.");
        }
    }

    private static boolean isOff(String value) {
        return value.equals("off");
    }

    private static Connection connect(DatabaseSettings settings, Login login) throws SQLException {
        return DriverManager.getConnection(settings.url(), login.properties(10));
    }

    private static DatabaseRefusal unreachable(Login login, SQLException cause) {
        var state = cause.getSQLState();
        return DatabaseRefusal.impossible(
                "Database user "
                        + login.user()
                        + " cannot use the database (SQL state "
                        + state
                        + "); check DIOGEL_DATABASE_URL, that the server runs, and that"
                        + " db/roles.sql was run there with the same passwords.");
    }
}
