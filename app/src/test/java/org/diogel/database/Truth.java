package org.diogel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Tells the database who somebody really is while the application believes something else: its
/// checks are then worth nothing, and what still holds is the wall in the database alone.
public final class Truth {

    private static final ScopedValue<Actor> TRUTH = ScopedValue.newInstance();

    private Truth() {}

    /// Work for which the database is told this actor, whomever the application has in mind.
    public static <T, X extends Throwable> T of(Actor actor, ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(TRUTH, actor).call(work);
    }

    /// Replaces the transactions of requests.
    public static final class Beans {
        @Bean
        static BeanPostProcessor truthfulTransactions(
                ObjectProvider<ContextSigner> signer, ObjectProvider<DataSource> source) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("transactionManager")
                            ? new Transactions(source.getObject(), signer.getObject())
                            : bean;
                }
            };
        }
    }

    private static final class Transactions extends JdbcTransactionManager {
        private final ContextSigner signer;

        Transactions(DataSource source, ContextSigner signer) {
            super(source);
            this.signer = signer;
        }

        @Override
        protected void prepareTransactionalConnection(
                Connection connection, TransactionDefinition definition) throws SQLException {
            Acting believed = Acting.current();
            Acting true_ = TRUTH.isBound() ? new Acting(TRUTH.get(), believed.purpose()) : believed;
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            try (var set =
                    connection.prepareStatement("SELECT set_config('diogel.context', ?, true)")) {
                set.setString(
                        1, signer.sign(true_, pid, Clock.systemUTC().instant().getEpochSecond()));
                set.execute();
            }
        }
    }
}
