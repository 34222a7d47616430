package org.diogel.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoBeans {

    /// What features read. The database's signed context keeps to the true time.
    @Bean
    @Primary
    Clock demoClock(@Qualifier("clock") Clock clock) {
        return new PastClock(clock);
    }

    /// Before the demonstration says that it is ready. Tests fill theirs themselves.
    @Bean
    @ConditionalOnProperty(name = "diogel.demo.fill", matchIfMissing = true)
    ApplicationRunner fillDemonstration(DemoPartnership partnership) {
        return _ -> partnership.load();
    }
}
