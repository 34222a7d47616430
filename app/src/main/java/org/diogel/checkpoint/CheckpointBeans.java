package org.diogel.checkpoint;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.diogel.audit.Sequencer;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.diogel.messages.Wake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CheckpointBeans {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /// Rows have their place about a second after they were written.
    @Bean
    Wake sequenceWake(Sequencer sequencer) {
        return new Wake(Sequencer.TASK, sequencer::isDue);
    }

    @Bean
    RecurringTask<?> handOutTask(HandingOut handingOut) {
        return Tasks.recurring("hand-out-checkpoint", new Daily(LONDON, MORNING))
                .execute((_, _) -> handingOut.run());
    }

    @Bean
    NavItem ledgerNav() {
        return new NavItem(
                85,
                "/ledger",
                "checkpoint.nav.ledger",
                Set.of(Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR));
    }
}
