package org.diogel.protocol;

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
class ProtocolBeans {

    @Bean
    RecurringTask<?> protocolsTask(ProtocolClock clock) {
        return Tasks.recurring("protocols", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> clock.run());
    }

    @Bean
    NavItem protocolsNav() {
        return new NavItem(
                82,
                "/protocols",
                "protocol.list.title",
                Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER));
    }
}
