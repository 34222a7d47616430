package org.diogel.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Settings: `diogel.keys` (key file), `diogel.data` (data folder), `diogel.mode` (`serve` unless it
/// says `demo`; only the demonstration accepts a demonstration ring), `diogel.beside` (true for a
/// command that runs beside a serving Diogel and leaves the key store to it).
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    KeyRing keyRing(Environment settings) {
        Optional<String> asked = Optional.ofNullable(settings.getProperty("diogel.keys"));
        boolean demo = "demo".equals(settings.getProperty("diogel.mode", "serve"));
        return KeyRing.load(KeysPlace.find(asked, System.getenv()), demo);
    }

    /// `diogel.scanner.address`: `HOST:PORT` or `unix:/PATH` of a clamd; nothing when there is none.
    @Bean
    Scanner scanner(Environment settings) {
        return new Clamd(() -> settings.getProperty("diogel.scanner.address", ""));
    }

    @Bean
    Vault vault(KeyRing ring, Environment settings, Clock clock) {
        if (settings.getProperty("diogel.beside", Boolean.class, false)) {
            return Vault.ofRing(ring);
        }
        return Vault.open(ring, Path.of(settings.getRequiredProperty("diogel.data")), clock);
    }
}
