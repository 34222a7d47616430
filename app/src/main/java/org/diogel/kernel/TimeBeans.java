package org.diogel.kernel;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The only place that reads the machine's clock.
@Configuration(proxyBeanMethods = false)
class TimeBeans {
    @Bean
    @ConditionalOnMissingBean(name = "clock")
    Clock clock() {
        return Clock.systemUTC();
    }
}
