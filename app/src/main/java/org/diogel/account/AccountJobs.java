package org.diogel.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountJobs {
    @Bean
    RecurringTask<?> sweepInvitationsTask(InvitationSweep sweep) {
        return Tasks.recurring("sweep-invitations", FixedDelay.of(Duration.ofDays(1)))
                .execute((_, _) -> sweep.run());
    }
}
