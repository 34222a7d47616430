package org.diogel.operation;

import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperationNav {
    @Bean
    NavItem runningNav() {
        return new NavItem(84, "/running", "operation.nav", Set.of(Role.ADMINISTRATOR));
    }
}
