package org.diogel.messages;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.ReadyLines;
import org.diogel.kernel.Role;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SendSettings.class)
class MessageBeans {

    private static final String DRAIN = "drain-messages";

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    Channel mailChannel(JavaMailSender sender, SendSettings settings) {
        if (settings.from().isBlank()) {
            throw new IllegalStateException(
                    "Set diogel.messages.from, the address messages are sent from: choose one that"
                            + " names neither the service nor its subject.");
        }
        return new MailChannel(sender, settings);
    }

    @Bean
    @ConditionalOnExpression(
            "'${diogel.mode:serve}' == 'demo' && '${spring.mail.host:}'.isEmpty()")
    Channel outboxChannel() {
        return new OutboxChannel();
    }

    @Bean
    RecurringTask<?> drainTask(Outbox outbox) {
        return Tasks.recurring(DRAIN, FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> outbox.drain());
    }

    @Bean
    Wake drainWake(Outbox outbox) {
        return new Wake(DRAIN, outbox::isDue);
    }

    /// Not beside a serving Diogel, whose work this is.
    @Bean
    @ConditionalOnProperty(name = "diogel.beside", havingValue = "false", matchIfMissing = true)
    Jobs jobs(
            @Qualifier("platformDataSource") DataSource platform,
            List<RecurringTask<?>> tasks,
            List<Wake> wakes,
            @Qualifier("clock") Clock clock) {
        return new Jobs(
                () ->
                        Scheduler.create(platform)
                                .startTasks(tasks)
                                .tableName("platform.scheduled_tasks")
                                .threads(2)
                                .pollingInterval(Duration.ofSeconds(1))
                                .shutdownMaxWait(Duration.ofSeconds(2))
                                .schedulerName(new SchedulerName.Fixed("diogel"))
                                .build(),
                wakes,
                clock);
    }

    @Bean
    NavItem deliveriesNav() {
        return new NavItem(80, "/deliveries", "messages.nav.deliveries", Set.of(Role.ADMINISTRATOR));
    }

    @Bean
    ReadyLines sendingLines(Outbox outbox) {
        return () ->
                outbox.canSend()
                        ? List.of()
                        : List.of(
                                "No mail server is set, so messages wait: set SPRING_MAIL_HOST and"
                                        + " DIOGEL_MESSAGES_FROM.");
    }
}
