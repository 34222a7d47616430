package org.diogel.audit;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One store over the connections of the request, one over the few that are kept for denials.
@Configuration(proxyBeanMethods = false)
class AuditBeans {

    @Bean
    AuditStore auditStore(JdbcClient jdbc) {
        return new AuditStore(jdbc);
    }

    @Bean
    AuditStore auditStoreApart(@Qualifier("auditJdbcClient") JdbcClient apart) {
        return new AuditStore(apart);
    }
}
