package org.diogel.liaison;

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
class LiaisonBeans {

    private static final String CLOCK = "packages";

    @Bean
    RecurringTask<?> liaisonTask(LiaisonClock clock) {
        return Tasks.recurring(CLOCK, FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> clock.run());
    }

    @Bean
    Wake liaisonWake(LiaisonClock clock) {
        return new Wake(CLOCK, clock::isDue);
    }

    @Bean
    NavItem passingNav() {
        return new NavItem(
                25, "/passing", "liaison.nav.passing", Set.of(Role.MODERATOR, Role.CASEWORKER));
    }

    @Bean
    NavItem inboxNav() {
        return new NavItem(5, "/inbox", "liaison.nav.inbox", Set.of(Role.POLICE_LIAISON));
    }

    @Bean
    NavItem quartersNav() {
        return new NavItem(
                60,
                "/quarters",
                "liaison.nav.quarters",
                Set.of(Role.MODERATOR, Role.SAFEGUARDING_LEAD, Role.ANALYST));
    }

    @Bean
    NavItem receiversNav() {
        return new NavItem(
                84, "/receivers", "liaison.nav.receivers", Set.of(Role.ADMINISTRATOR));
    }
}
