package org.diogel.consent;

import java.util.Set;
import org.diogel.kernel.Lang;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.ReadyLines;
import org.diogel.kernel.Role;
import org.diogel.web.Languages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentBeans {
    @Bean
    NavItem textsNav() {
        return new NavItem(85, "/texts", "consent.nav.texts", Set.of(Role.ADMINISTRATOR));
    }

    /// What is still missing before anybody may begin to tell.
    @Bean
    ReadyLines openingLines(Opening opening, Languages languages) {
        return () ->
                opening.missing().stream()
                        .map(
                                one ->
                                        languages
                                                .in(Lang.EN)
                                                .t(one.key(), "agency", one.agency()))
                        .toList();
    }
}
