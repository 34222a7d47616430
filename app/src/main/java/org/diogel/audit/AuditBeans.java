package org.diogel.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import java.time.Duration;
import org.diogel.ledger.Merkle;
import org.diogel.ledger.NoteSigner;
import org.diogel.vault.KeyRing;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One store over the connections of the request, one over the few that are kept for denials.
@Configuration(proxyBeanMethods = false)
class AuditBeans {

    private static final int NAME = 16;

    @Bean
    AuditStore auditStore(JdbcClient jdbc) {
        return new AuditStore(jdbc);
    }

    /// Named after its own public key, so that no two records are called the same.
    @Bean
    NoteSigner checkpointSigner(KeyRing ring) {
        return signer(ring);
    }

    static NoteSigner signer(KeyRing ring) {
        return NoteSigner.of(
                ring.checkpointSeed(),
                raw -> "diogel/" + Merkle.leaf(raw).toString().substring(0, NAME));
    }

    @Bean
    KeptCheckpoint keptCheckpoint(NoteSigner signer, @Value("${diogel.data}") Path data) {
        return new KeptCheckpoint(data, signer.key());
    }

    /// Called from feature `checkpoint` as soon as a row waits; by itself it looks after an outage.
    @Bean
    RecurringTask<?> sequenceTask(Sequencer sequencer) {
        return Tasks.recurring(Sequencer.TASK, FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> sequencer.run());
    }

    @Bean
    AuditStore auditStoreApart(@Qualifier("auditJdbcClient") JdbcClient apart) {
        return new AuditStore(apart);
    }
}
