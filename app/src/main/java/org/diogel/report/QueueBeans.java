package org.diogel.report;

import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueueBeans {
    @Bean
    NavItem forSomebodyNav() {
        return new NavItem(
                50,
                "/for-somebody",
                "queue.for.nav",
                Set.of(Role.MODERATOR, Role.CASEWORKER, Role.COORDINATOR, Role.MEMBER));
    }

    @Bean
    NavItem queueNav() {
        return new NavItem(
                10,
                "/queue",
                "queue.nav",
                Set.of(Role.MODERATOR, Role.CASEWORKER, Role.SAFEGUARDING_LEAD));
    }
}
