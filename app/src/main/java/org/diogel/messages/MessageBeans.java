package org.diogel.messages;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.diogel.account.LinkPost;
import org.diogel.account.PublicAddress;
import org.diogel.kernel.NavItem;
import org.diogel.kernel.ReadyLines;
import org.diogel.kernel.Role;
import org.diogel.kernel.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SendSettings.class, NotifySettings.class})
class MessageBeans {

    /// One may wait for a mail server, one for text messages, and one may be long at erasing; the alarm gets through.
    private static final int THREADS = 5;

    /// Work that was being done when the server died is taken up again half a minute later: the alarm
    /// must not wait for what nobody does any more. Written only while something runs.
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED = 6;

    private static final String DRAIN = "drain-messages";
    private static final String DRAIN_TEXTS = "drain-texts";

    /// How long the sending service may take for one answer.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /// One channel a way. In a demonstration with nothing set nothing leaves.
    ///
    /// @throws SettingRefused when what is set would not work
    @Bean
    Channels channels(
            Optional<JavaMailSender> smtp,
            SendSettings settings,
            NotifySettings notify,
            PublicAddress address,
            @Qualifier("clock") Clock clock,
            @Value("${spring.mail.host:}") String host,
            @Value("${diogel.mode:serve}") String mode) {
        notify.check();
        if (!host.isEmpty() || notify.isOn()) {
            address.require();
        }
        List<Channel> all = new ArrayList<>();
        if (!host.isEmpty()) {
            if (notify.mails()) {
                throw new SettingRefused(
                        "E-mails can go one way only: take away SPRING_MAIL_HOST or"
                                + " DIOGEL_SEND_NOTIFYMAILTEMPLATE.");
            }
            all.add(mailChannel(smtp.orElseThrow(), settings));
        }
        NotifyClient client = new NotifyClient(notify, clock, PATIENCE);
        if (notify.mails()) {
            all.add(new NotifyChannel(client, Way.MAIL, notify.notifyMailTemplate()));
        }
        if (notify.texts()) {
            all.add(new NotifyChannel(client, Way.TEXT, notify.notifyTextTemplate()));
        }
        if (mode.equals("demo")) {
            // What has a channel keeps it: the later one of a way takes its place.
            all.addFirst(new OutboxChannel(Way.TEXT));
            all.addFirst(new OutboxChannel(Way.MAIL));
        }
        return new Channels(all);
    }

    private static Channel mailChannel(JavaMailSender sender, SendSettings settings) {
        if (settings.from().isBlank()) {
            throw new SettingRefused(
                    "Set DIOGEL_MESSAGES_FROM to the address mails come from: one that names neither"
                            + " the service nor its subject.");
        }
        if (sender instanceof JavaMailSenderImpl smtp) {
            requireTls(smtp);
        }
        return new MailChannel(sender, settings);
    }

    /// Nothing goes over a network in the clear, nor to whoever pretends to be the server.
    static void requireTls(JavaMailSenderImpl smtp) {
        if (!isThisMachine(smtp.getHost())) {
            Properties properties = smtp.getJavaMailProperties();
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        }
    }

    private static boolean isThisMachine(@Nullable String host) {
        return host != null && host.matches("localhost|127(\\.[0-9]+){3}|\\[?::1]?");
    }

    @Bean
    @ConditionalOnExpression(
            "!'${spring.mail.host:}'.isEmpty() || !'${diogel.send.notify-mail-template:}'.isEmpty()")
    LinkPost invitationMail(Channels channels, Wording wording) {
        return new InvitationMail(channels.find(Way.MAIL).orElseThrow(), wording);
    }

    @Bean
    RecurringTask<?> drainTask(Outbox outbox) {
        return Tasks.recurring(DRAIN, FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> outbox.drain(Way.MAIL));
    }

    @Bean
    RecurringTask<?> drainTextsTask(Outbox outbox) {
        return Tasks.recurring(DRAIN_TEXTS, FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> outbox.drain(Way.TEXT));
    }

    @Bean
    RecurringTask<?> askDeliveriesTask(Outbox outbox) {
        return Tasks.recurring("ask-deliveries", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((_, _) -> outbox.ask());
    }

    @Bean
    RecurringTask<?> sweepDeliveriesTask(DeliverySweep sweep) {
        return Tasks.recurring("sweep-deliveries", FixedDelay.of(Duration.ofDays(1)))
                .execute((_, _) -> sweep.run());
    }

    @Bean
    Wake drainWake(Outbox outbox) {
        return new Wake(DRAIN, () -> outbox.isDue(Way.MAIL));
    }

    @Bean
    Wake drainTextsWake(Outbox outbox) {
        return new Wake(DRAIN_TEXTS, () -> outbox.isDue(Way.TEXT));
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
                                .threads(THREADS)
                                .pollingInterval(Duration.ofSeconds(1))
                                .heartbeatInterval(HEARTBEAT)
                                .missedHeartbeatsLimit(MISSED)
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
                                "No mail server is set, so messages wait: set SPRING_MAIL_HOST,"
                                        + " DIOGEL_MESSAGES_FROM and DIOGEL_ADDRESS, or the sending"
                                        + " service by DIOGEL_SEND_NOTIFYKEY.");
    }
}
