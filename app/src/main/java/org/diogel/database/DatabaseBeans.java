package org.diogel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.diogel.database.DatabaseSettings.Login;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/// The pools of connections. A database that is down stops no pool and no server: callers get an
/// error within five seconds, and the pools find the database again by themselves.
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {
    private static final long FIVE_SECONDS = 5_000;

    /// Longer than any statement may take, so that a server that hangs is given up.
    private static final int ANSWER_SECONDS = 15;

    /// What requests use. Nothing is committed but by a transaction.
    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource appDataSource(DatabaseSettings settings) {
        return pool(settings, settings.app(), "app", 10, false);
    }

    /// For denials, which are recorded though the request's own transaction rolls back: never waits
    /// for a connection that the same request holds.
    @Bean(destroyMethod = "close")
    HikariDataSource auditDataSource(DatabaseSettings settings) {
        return pool(settings, settings.app(), "audit", 2, false);
    }

    /// The framework's own tables: sessions, jobs, events.
    @Bean(destroyMethod = "close")
    @SpringSessionDataSource
    HikariDataSource platformDataSource(DatabaseSettings settings) {
        return pool(settings, settings.platform(), "platform", 5, true);
    }

    @Bean
    PlatformTransactionManager platformTransactionManager(
            @Qualifier("platformDataSource") DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource appDataSource) {
        return JdbcClient.create(appDataSource);
    }

    private static HikariDataSource pool(
            DatabaseSettings settings, Login login, String name, int size, boolean autoCommit) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setDataSourceProperties(login.properties(ANSWER_SECONDS));
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(autoCommit);
        config.setConnectionTimeout(FIVE_SECONDS);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
