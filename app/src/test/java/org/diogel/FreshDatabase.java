package org.diogel;

import com.zaxxer.hikari.HikariDataSource;
import org.diogel.database.TestDatabase;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Gives each test class the database as migrations leave it, without a new Spring context.
final class FreshDatabase extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        if (!test.hasApplicationContext()) {
            return;
        }
        TestDatabase.fresh();
        test.getApplicationContext()
                .getBeansOfType(HikariDataSource.class)
                .values()
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }
}
