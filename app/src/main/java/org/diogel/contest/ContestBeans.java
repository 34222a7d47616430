package org.diogel.contest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.diogel.account.Accounts;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.diogel.messages.Gap;
import org.diogel.messages.Wake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContestBeans {

    private static final String REQUESTS = "requests";

    @Bean
    RecurringTask<?> requestsTask(RequestClock clock) {
        return Tasks.recurring(REQUESTS, FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> clock.run());
    }

    @Bean
    Wake requestsWake(RequestClock clock) {
        return new Wake(REQUESTS, clock::isDue);
    }

    @Bean
    NavItem requestsNav() {
        return new NavItem(
                40, "/requests", "contest.nav.requests", Set.of(Role.DATA_PROTECTION_OFFICER));
    }

    @Bean
    NavItem questionsNav() {
        return new NavItem(
                45,
                "/questions",
                "contest.nav.questions",
                Set.of(Role.MODERATOR, Role.SAFEGUARDING_LEAD));
    }

    /// Without an officer nobody would hear of a request.
    @Bean
    Gap officerGap(Accounts accounts) {
        return texts ->
                accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER).isEmpty()
                        ? List.of(texts.t("contest.gap"))
                        : List.of();
    }
}
