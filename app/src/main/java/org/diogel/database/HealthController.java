package org.diogel.database;

import java.util.Map;
import org.diogel.vault.Vault;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether Diogel can take in a report now: 200 and `UP`, or 503 and `DOWN` while the database does
/// not answer or no key can be kept.
@RestController
class HealthController {

    private final DatabaseHealth database;
    private final Vault vault;

    HealthController(DatabaseHealth database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> health() {
        return vault.isSound() && database.isUp()
                ? ResponseEntity.ok(Map.of("status", "UP"))
                : ResponseEntity.status(503).body(Map.of("status", "DOWN"));
    }
}
