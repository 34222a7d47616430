package org.diogel;

import com.zaxxer.hikari.HikariDataSource;
import org.diogel.database.TestDatabase;
import org.diogel.messages.Jobs;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Gives each test class the database as migrations leave it, without a new Spring context.
public final class FreshDatabase extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        if (!test.hasApplicationContext()) {
            return;
        }
        // Background work would meet a database that is gone, and be missing in the fresh one.
        Jobs jobs = test.getApplicationContext().getBean(Jobs.class);
        jobs.stop();
        TestDatabase.fresh();
        test.getApplicationContext()
                .getBeansOfType(HikariDataSource.class)
                .values()
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        jobs.start();
    }
}
