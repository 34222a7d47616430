package org.diogel.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionBeans {

    private static final LocalTime NIGHT = LocalTime.of(3, 30);

    @Bean
    RecurringTask<?> retentionTask(Eraser eraser, HoldClock holds) {
        return Tasks.recurring("retention", new Daily(Clocks.Clocked.LONDON, NIGHT))
                .execute(
                        (_, _) -> {
                            eraser.run();
                            holds.run();
                        });
    }

    @Bean
    NavItem retentionNav() {
        return new NavItem(
                86,
                "/retention",
                "retention.nav.rules",
                Set.of(Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR));
    }

    @Bean
    NavItem holdsNav() {
        return new NavItem(
                87,
                "/holds",
                "retention.nav.holds",
                Set.of(Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD));
    }
}
