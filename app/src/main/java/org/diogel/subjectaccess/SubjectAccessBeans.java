package org.diogel.subjectaccess;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.Role;
import org.diogel.messages.Wake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubjectAccessBeans {

    private static final String COPIES = "copies";

    @Bean
    RecurringTask<?> copiesTask(CopyClock clock, AskedClock asked) {
        return Tasks.recurring(COPIES, FixedDelay.of(Duration.ofHours(1)))
                .execute(
                        (_, _) -> {
                            clock.run();
                            asked.run();
                        });
    }

    @Bean
    Wake copiesWake(CopyClock clock) {
        return new Wake(COPIES, clock::isDue);
    }

    @Bean
    NavItem copiesNav() {
        return new NavItem(
                41, "/copies", "subjectaccess.nav.copies", Set.of(Role.DATA_PROTECTION_OFFICER));
    }

    @Bean
    NavItem notesNav() {
        return new NavItem(
                42,
                "/notes-asked",
                "subjectaccess.nav.notes",
                Set.of(Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD));
    }
}
