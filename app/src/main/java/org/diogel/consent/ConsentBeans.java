package org.diogel.consent;

import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentBeans {
    @Bean
    NavItem textsNav() {
        return new NavItem(85, "/texts", "consent.nav.texts", Set.of(Role.ADMINISTRATOR));
    }
}
