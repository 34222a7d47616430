package org.diogel.audit;

import org.diogel.web.NotHere;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Writes nothing down, so that a look that would fail there is seen to its end.
public final class AuditOff {

    @Bean
    @Primary
    Audit noAudit(
            @Qualifier("auditStore") AuditStore store,
            @Qualifier("auditStoreApart") AuditStore apart) {
        return new Off(store, apart);
    }

    static class Off extends Audit {
        Off(AuditStore store, AuditStore apart) {
            super(store, apart);
        }

        @Override
        public void record(AuditEntry entry) {}

        @Override
        public void recordDenied(AuditEntry entry) {}

        @Override
        public void recordDenied(NotHere refusal, AuditEntry entry) {}
    }
}
