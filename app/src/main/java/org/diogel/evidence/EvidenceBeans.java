package org.diogel.evidence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.diogel.web.UploadRoute;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceBeans {

    @Bean
    RecurringTask<?> scanTask(Scanning scanning) {
        return Tasks.recurring("scan-files", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((_, _) -> scanning.run());
    }

    @Bean
    UploadRoute draftUpload() {
        return new UploadRoute(Place.DRAFT.add());
    }

    @Bean
    UploadRoute laterUpload() {
        return new UploadRoute(Place.SENT.add());
    }
}
