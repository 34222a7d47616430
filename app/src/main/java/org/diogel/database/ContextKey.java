package org.diogel.database;

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
        var properties = settings.migrate().properties(10);
        properties.setProperty("options", "-c role=diogel_owner");
        try (var connection = DriverManager.getConnection(settings.url(), properties);
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
}
