package org.diogel.protocol;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.diogel.access.Access;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.diogel.messages.Gap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProtocolBeans {

    @Bean
    RecurringTask<?> protocolsTask(ProtocolClock clock) {
        return Tasks.recurring("protocols", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> clock.run());
    }

    /// Until there is one, nobody of another agency hears of a warning.
    @Bean
    Gap protocolGap(Access access, Protocols protocols) {
        return texts ->
                access.listAgencies().size() > 1
                                && protocols.listRegister().stream()
                                        .noneMatch(row -> row.isInForce(protocols.today()))
                        ? List.of(texts.t("protocol.gap"))
                        : List.of();
    }

    @Bean
    NavItem protocolsNav() {
        return new NavItem(
                82,
                "/protocols",
                "protocol.list.title",
                Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER));
    }
}
