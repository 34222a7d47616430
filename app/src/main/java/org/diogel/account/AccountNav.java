package org.diogel.account;

import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountNav {
    @Bean
    NavItem peopleNav() {
        return new NavItem(80, "/people", "account.people.title", Set.of(Role.ADMINISTRATOR));
    }

    /// Administrators find them under "People".
    @Bean
    NavItem confirmNav() {
        return new NavItem(
                85,
                "/invitations",
                "account.confirm.nav",
                Set.of(Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD));
    }

    @Bean
    NavItem ownAccountNav() {
        return new NavItem(90, "/account", "account.own.title", Set.of());
    }
}
