package org.diogel;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import org.diogel.database.TestDatabase;
import org.diogel.messages.Jobs;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Gives each test class the database as migrations leave it, without a new Spring context.
public final class FreshDatabase extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) throws IOException {
        if (!test.hasApplicationContext()) {
            return;
        }
        // Background work would meet a database that is gone, and be missing in the fresh one.
        Jobs jobs = test.getApplicationContext().getBean(Jobs.class);
        jobs.stop();
        TestDatabase.fresh();
        forgetCheckpoint();
        test.getApplicationContext()
                .getBeansOfType(HikariDataSource.class)
                .values()
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        jobs.start();
    }

    /// The newest checkpoint of the database before, which the fresh one does not begin with.
    static void forgetCheckpoint() throws IOException {
        Files.deleteIfExists(TestDatabase.data().resolve("app/keystore/checkpoint.txt"));
    }
}
