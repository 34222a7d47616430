package org.diogel.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.diogel.messages.SendCheck;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportSettings.class)
class ReportBeans {

    @Bean
    RecurringTask<?> sweepTask(Sweep sweep) {
        return Tasks.recurring("sweep-reports", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> sweep.run());
    }

    @Bean
    RecurringTask<?> alarmTask(Alarm alarm) {
        return Tasks.recurring("alarm-safeguarding", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((_, _) -> alarm.run());
    }

    @Bean
    RecurringTask<?> deskNewsTask(DeskNews news) {
        return Tasks.recurring("tell-desks", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> news.run());
    }

    @Bean
    SendCheck deskCheck(DeskNews news) {
        return news.check(false);
    }

    @Bean
    SendCheck deskLeadCheck(DeskNews news) {
        return news.check(true);
    }
}
