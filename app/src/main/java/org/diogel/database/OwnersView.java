package org.diogel.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A connection that reads as the owner of the tables, for a command of the launcher that looks at what
/// no single person may see. It changes nothing, and sees the database as it was at one moment.
public final class OwnersView {

    private OwnersView() {}

    /// @throws SQLException when the database does not answer
    public static Connection open(DatabaseSettings settings) throws SQLException {
        var properties = settings.migrate().properties(0);
        properties.setProperty("options", "-c role=diogel_owner");
        var connection = DriverManager.getConnection(settings.url(), properties);
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
