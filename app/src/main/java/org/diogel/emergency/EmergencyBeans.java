package org.diogel.emergency;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.diogel.messages.Wake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmergencyBeans {

    private static final String TASK = "emergencies";

    @Bean
    RecurringTask<?> emergenciesTask(EmergencyClock clock) {
        return Tasks.recurring(TASK, FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> clock.run());
    }

    @Bean
    Wake emergenciesWake(EmergencyClock clock) {
        return new Wake(TASK, clock::isDue);
    }

    @Bean
    NavItem emergencyNav() {
        return new NavItem(
                48,
                "/emergency",
                "emergency.nav.open",
                Set.of(Role.MODERATOR, Role.CASEWORKER, Role.SAFEGUARDING_LEAD));
    }

    @Bean
    NavItem emergencyReviewsNav() {
        return new NavItem(
                42,
                "/emergency/reviews",
                "emergency.nav.reviews",
                Set.of(Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD));
    }
}
