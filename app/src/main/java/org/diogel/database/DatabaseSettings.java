package org.diogel.database;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;

/// Where the database is and who logs in there. `url` is a JDBC address without passwords.
public record DatabaseSettings(
        String url, Login app, Login migrate, Login platform, boolean embedded) {

    private static final String PREFIX = "DIOGEL_DATABASE_";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /// A user of the database. Its text form hides the password.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }

        /// Connection properties. Errors come back without PostgreSQL's DETAIL, which quotes rows; a
        /// server that has stopped answering is given up after `answer` seconds.
        Properties properties(int answer) {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("logServerErrorDetail", "false");
            properties.setProperty("ApplicationName", "diogel");
            properties.setProperty("connectTimeout", "2");
            properties.setProperty("loginTimeout", "3");
            properties.setProperty("socketTimeout", Integer.toString(answer));
            return properties;
        }
    }

    /// Settings of a server of your own from `DIOGEL_DATABASE_URL`, `…_APP_PASSWORD`,
    /// `…_MIGRATE_PASSWORD`, `…_PLATFORM_PASSWORD` and, when they are not called as in `db/roles.sql`,
    /// `…_APP_USER`, `…_MIGRATE_USER`, `…_PLATFORM_USER` (each a member of the role it stands for).
    /// Empty without the first: then the database is the embedded one.
    public static Optional<DatabaseSettings> external(Map<String, String> environment) {
        var url = environment.getOrDefault(PREFIX + "URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:") || url.contains("password=")) {
            throw DatabaseRefusal.unusable(
                    "DIOGEL_DATABASE_URL must read jdbc:postgresql://HOST:PORT/NAME, without a"
                            + " password in it.");
        }
        requirePrivateWay(url);
        return Optional.of(
                new DatabaseSettings(
                        url,
                        login(environment, "APP"),
                        login(environment, "MIGRATE"),
                        login(environment, "PLATFORM"),
                        false));
    }

    /// Stories travel this way: to another machine only where that machine has proved who it is.
    private static void requirePrivateWay(String url) {
        var parts = Driver.parseURL(url, null);
        if (parts == null) {
            throw DatabaseRefusal.unusable(
                    "DIOGEL_DATABASE_URL must read jdbc:postgresql://HOST:PORT/NAME.");
        }
        var here =
                Arrays.stream(parts.getProperty("PGHOST", "localhost").split(","))
                        .allMatch(LOOPBACK::contains);
        var proved =
                "verify-full".equals(parts.getProperty("sslmode"))
                        && parts.getProperty("sslfactory") == null
                        && parts.getProperty("sslhostnameverifier") == null;
        if (!here && !proved) {
            throw DatabaseRefusal.unsafe(
                    "DIOGEL_DATABASE_URL leads to another machine without proof of which one; add"
                            + " ?sslmode=verify-full and give the server a certificate this machine"
                            + " trusts.");
        }
    }

    static DatabaseSettings embedded(int port, Secrets secrets) {
        return new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/diogel",
                new Login("diogel_app", secrets.get("app")),
                new Login("diogel_migrate", secrets.get("migrate")),
                new Login("diogel_platform", secrets.get("platform")),
                true);
    }

    private static Login login(Map<String, String> environment, String role) {
        var password = environment.getOrDefault(PREFIX + role + "_PASSWORD", "");
        if (password.isEmpty()) {
            throw DatabaseRefusal.unusable(
                    "Set " + PREFIX + role + "_PASSWORD, the password of that database user.");
        }
        var user =
                environment.getOrDefault(PREFIX + role + "_USER", "diogel_" + role.toLowerCase(java.util.Locale.ROOT));
        return new Login(user, password);
    }
}
