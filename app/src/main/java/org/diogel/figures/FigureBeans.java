package org.diogel.figures;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FigureSettings.class)
class FigureBeans {

    @Bean
    Figures figures(FigureSettings settings) {
        return new Figures(settings);
    }
}
