package org.diogel.trust;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diogel.database.DatabaseSettings;
import org.diogel.database.TestContext;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.postgresql.PGConnection;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Rows of a table as the database gives them to one actor, without any code of the application in
/// between; each row by its columns.
final class Rows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Rows() {}

    static List<Map<String, Object>> all(String table) throws SQLException {
        try (var superuser = TestDatabase.superuser()) {
            return rows(superuser, table);
        }
    }

    /// What the runtime role sees of these tables with this actor's signed context.
    ///
    /// @throws SQLException 42501 where it may not even ask
    static Map<String, List<Map<String, Object>>> seenBy(Actor actor, List<String> tables)
            throws SQLException {
        Map<String, List<Map<String, Object>>> seen = new HashMap<>();
        try (var connection = app()) {
            connection.setAutoCommit(false);
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            try (var set =
                    connection.prepareStatement("SELECT set_config('diogel.context', ?, true)")) {
                set.setString(1, TestContext.sign(new Acting(actor, "work"), pid));
                set.execute();
            }
            for (String table : tables) {
                seen.put(table, rows(connection, table));
            }
        }
        return seen;
    }

    /// The first cell as a superuser, or how many rows were changed.
    static String one(String sql, Object... parameters) throws SQLException {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return Integer.toString(statement.getUpdateCount());
            }
            try (var row = statement.getResultSet()) {
                return row.next() ? String.valueOf(row.getString(1)) : "";
            }
        }
    }

    /// The first cell as the runtime role in that actor's context, or the state of the refusal.
    static String asked(Actor actor, String query) throws SQLException {
        try (var connection = app()) {
            connection.setAutoCommit(false);
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            try (var set =
                            connection.prepareStatement("SELECT set_config('diogel.context', ?, true)");
                    var sql = connection.createStatement()) {
                set.setString(1, TestContext.sign(new Acting(actor, "work"), pid));
                set.execute();
                try (var row = sql.executeQuery(query)) {
                    return row.next() ? String.valueOf(row.getString(1)) : "";
                } catch (SQLException refused) {
                    return refused.getSQLState();
                }
            }
        }
    }

    static Connection app() throws SQLException {
        DatabaseSettings settings = TestDatabase.settings();
        return DriverManager.getConnection(
                settings.url(), settings.app().user(), settings.app().password());
    }

    private static List<Map<String, Object>> rows(Connection connection, String table)
            throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (var sql = connection.createStatement();
                var result =
                        sql.executeQuery("SELECT pg_catalog.to_jsonb(t)::text FROM " + table + " t")) {
            while (result.next()) {
                rows.add(
                        new TreeMap<>(
                                JSON.readValue(
                                        result.getString(1),
                                        new TypeReference<Map<String, Object>>() {})));
            }
        }
        rows.sort(Comparator.comparing(Object::toString));
        return rows;
    }
}
