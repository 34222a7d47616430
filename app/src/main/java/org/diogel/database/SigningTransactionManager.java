package org.diogel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.diogel.kernel.Acting;
import org.postgresql.PGConnection;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Begins every transaction by telling the database, signed, who is acting. The setting is local to
/// the transaction: the next borrower of the connection starts with none, and a query without one
/// raises an error instead of quietly finding nothing.
final class SigningTransactionManager extends JdbcTransactionManager {

    private final transient ContextSigner signer;
    private final transient Clock clock;

    SigningTransactionManager(DataSource dataSource, ContextSigner signer, Clock clock) {
        super(dataSource);
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        String context = signer.sign(Acting.current(), pid, clock.instant().getEpochSecond());
        try (PreparedStatement set =
                connection.prepareStatement("SELECT set_config('diogel.context', ?, true)")) {
            set.setString(1, context);
            set.execute();
        }
        if (definition.isReadOnly()) {
            try (var readOnly = connection.createStatement()) {
                readOnly.execute("SET TRANSACTION READ ONLY");
            }
        }
    }
}
