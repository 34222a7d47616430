package org.diogel.checker;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.diogel.report.StartLink;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckSettings.class)
class CheckerBeans {

    @Bean
    RecurringTask<?> checkerWatchTask(CheckerWatch watch) {
        return Tasks.recurring("watch-looks", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> watch.run());
    }

    @Bean
    NavItem checkNav() {
        return new NavItem(35, "/check", "checker.nav", Set.of(Role.MEMBER));
    }

    @Bean
    NavItem searchNav() {
        return new NavItem(
                25,
                "/search",
                "checker.search.nav",
                Set.of(Role.MODERATOR, Role.CASEWORKER, Role.SAFEGUARDING_LEAD));
    }

    @Bean
    NavItem moreNav() {
        return new NavItem(27, "/looks/more", "checker.more.nav", Set.of(Role.CASEWORKER));
    }

    @Bean
    NavItem refusalsNav() {
        return new NavItem(
                86,
                "/looks",
                "checker.refusals.nav",
                Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER));
    }

    @Bean
    StartLink beforeLink() {
        return new StartLink(10, "/before", "report.choice.checker");
    }
}
