package org.diogel.database;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.diogel.vault.MacKey;
import org.diogel.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Transactions that carry who is acting: the one of requests, and a second, over a small pool of
/// its own, for noting what was refused while the refused transaction still holds its connection.
@Configuration(proxyBeanMethods = false)
class ContextBeans {

    @Bean
    ContextSigner contextSigner(Vault vault, DatabaseSettings settings, Environment environment) {
        ContextSigner signer = signer(vault);
        if (environment.getProperty("diogel.beside", Boolean.class, false)) {
            ContextKey.installOrCompare(settings, signer);
        } else {
            ContextKey.install(settings, signer);
        }
        return signer;
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(
            DataSource appDataSource,
            ContextSigner signer,
            @Qualifier("clock") Clock clock) {
        return new SigningTransactionManager(appDataSource, signer, clock);
    }

    @Bean
    PlatformTransactionManager auditTransactionManager(
            @Qualifier("auditDataSource") DataSource source,
            ContextSigner signer,
            @Qualifier("clock") Clock clock) {
        return new SigningTransactionManager(source, signer, clock);
    }

    @Bean
    JdbcClient auditJdbcClient(@Qualifier("auditDataSource") DataSource source) {
        return JdbcClient.create(source);
    }

    static ContextSigner signer(Vault vault) {
        byte[] name = "diogel.context".getBytes(StandardCharsets.US_ASCII);
        return new ContextSigner(vault.mac(MacKey.CONTEXT, name));
    }
}
