package org.diogel.safeguarding;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SafeguardingBeans {

    @Bean
    RecurringTask<?> safeguardingTask(DutyClock clock) {
        return Tasks.recurring("duties", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> clock.run());
    }

    @Bean
    NavItem dutiesNav() {
        return new NavItem(
                22, "/duties", "safeguarding.nav.duties", Set.of(Role.SAFEGUARDING_LEAD));
    }
}
