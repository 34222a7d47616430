package org.diogel.database;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;

/// Gives the database the key that proves a transaction's context. Runs as the migration role, since
/// the runtime role may not even read it.
final class ContextKey {

    private ContextKey() {}

    /// Puts the signer's key in place of whatever was there; does nothing when it is the same.
    ///
    /// @throws DataAccessResourceFailureException when the database cannot be reached
    static void install(DatabaseSettings settings, ContextSigner signer) {
        try (var connection = connect(settings);
                var put =
                        connection.prepareStatement(
                                """
                                INSERT INTO context.signing (inner_pad, outer_pad) VALUES (?, ?)
                                ON CONFLICT (one) DO UPDATE
                                   SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
                                 WHERE context.signing.inner_pad <> excluded.inner_pad
                                """)) {
            put.setBytes(1, signer.innerPad());
            put.setBytes(2, signer.outerPad());
            put.executeUpdate();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The context key was not set", e);
        }
    }

    /// Beside a Diogel that may be serving: another key than its own would end every transaction of
    /// it.
    ///
    /// @throws DatabaseRefusal when the database knows another key than the signer's
    static void installOrCompare(DatabaseSettings settings, ContextSigner signer) {
        try (var connection = connect(settings);
                var sql = connection.createStatement();
                var row = sql.executeQuery("SELECT inner_pad FROM context.signing")) {
            if (row.next()) {
                if (!MessageDigest.isEqual(row.getBytes(1), signer.innerPad())) {
                    throw DatabaseRefusal.unusable(
                            "This key file is not the one this database is served with; name that"
                                    + " one by DIOGEL_KEYS.");
                }
                return;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The context key was not read", e);
        }
        install(settings, signer);
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        var properties = settings.migrate().properties(10);
        properties.setProperty("options", "-c role=diogel_owner");
        return DriverManager.getConnection(settings.url(), properties);
    }
}
