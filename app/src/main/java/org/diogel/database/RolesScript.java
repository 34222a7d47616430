package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// Runs `db/roles.sql` as psql would: of its commands it knows `\connect`, and variables written
/// `:'name'`. A statement ends with a semicolon at the end of a line outside `$$`.
final class RolesScript {
    /// Opens a connection as superuser to a database of the given name.
    interface Connector {
        Connection to(String database) throws SQLException;
    }

    private RolesScript() {}

    static void run(Connector connector, Map<String, String> variables) {
        try {
            var connection = connector.to("postgres");
            try {
                var statement = new StringBuilder();
                for (var line : text().lines().toList()) {
                    if (line.startsWith("\\connect ")) {
                        connection.close();
                        connection = connector.to(line.substring("\\connect ".length()).strip());
                    } else if (!line.startsWith("\\") && !line.startsWith("--")) {
                        statement.append(filled(line, variables)).append('\n');
                        if (line.endsWith(";") && isOutsideDollars(statement)) {
                            try (var sql = connection.createStatement()) {
                                sql.execute(statement.toString());
                            }
                            statement.setLength(0);
                        }
                    }
                }
            } finally {
                connection.close();
            }
        } catch (SQLException e) {
            // Never with its cause: a statement of this script holds a password.
            throw new IllegalStateException("db/roles.sql failed, SQL state " + e.getSQLState());
        }
    }

    static String text() {
        try (var script = RolesScript.class.getResourceAsStream("/db/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("db/roles.sql is missing from this build");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String line, Map<String, String> variables) {
        var text = line;
        for (var variable : variables.entrySet()) {
            var literal = "'" + variable.getValue().replace("'", "''") + "'";
            text = text.replace(":'" + variable.getKey() + "'", literal);
        }
        return text;
    }

    private static boolean isOutsideDollars(CharSequence statement) {
        return (statement.toString().split("\\$\\$", -1).length - 1) % 2 == 0;
    }
}
