package org.diogel.access;

import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessBeans {
    @Bean
    NavItem areasNav() {
        return new NavItem(83, "/areas", "access.areas.title", Set.of(Role.ADMINISTRATOR));
    }
}
