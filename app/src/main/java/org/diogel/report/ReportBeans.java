package org.diogel.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.diogel.messages.SendCheck;
import org.diogel.messages.Wake;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReportSettings.class, SweepSettings.class})
class ReportBeans {

    private static final String ALARM = "alarm-safeguarding";
    private static final String DESK_NEWS = "tell-desks";

    @Bean
    RecurringTask<?> sweepTask(Sweep sweep) {
        return Tasks.recurring("sweep-reports", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> sweep.run());
    }

    @Bean
    RecurringTask<?> alarmTask(Alarm alarm) {
        return Tasks.recurring(ALARM, FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> alarm.run());
    }

    @Bean
    Wake alarmWake(Alarm alarm) {
        return new Wake(ALARM, alarm::isDue);
    }

    @Bean
    Wake deskNewsWake(DeskNews news) {
        return new Wake(DESK_NEWS, news::isDue);
    }

    @Bean
    RecurringTask<?> deskNewsTask(DeskNews news) {
        return Tasks.recurring(DESK_NEWS, FixedDelay.of(Duration.ofMinutes(10)))
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
