package org.diogel.alert;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.diogel.messages.Wake;
import org.diogel.vault.KeyOwner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
class AlertBeans {

    private static final String CLOCK = "warnings";

    @Bean
    RecurringTask<?> alertTask(AlertClock clock) {
        return Tasks.recurring(CLOCK, FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> clock.run());
    }

    @Bean
    KeyOwner alertKeys(AlertStore store) {
        return store::named;
    }

    @Bean
    Wake alertWake(AlertClock clock) {
        return new Wake(CLOCK, clock::isDue);
    }

    @Bean
    NavItem warningsNav() {
        return new NavItem(20, "/warnings", "alert.nav.warnings", Set.of(Role.MODERATOR));
    }

    @Bean
    NavItem messagesNav() {
        return new NavItem(30, "/messages", "alert.nav.messages", Set.of(Role.MEMBER));
    }
}
