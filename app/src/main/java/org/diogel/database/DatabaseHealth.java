package org.diogel.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Whether the database answers now. It opens a connection of its own, so that a busy pool is not
/// taken for a dead server nor a kept connection for a living one; it says so within two seconds and
/// asks at most once a second, however often it is asked.
@Component
public class DatabaseHealth {
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final DatabaseSettings settings;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private boolean answers;

    DatabaseHealth(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized boolean isUp() {
        var now = clock.instant();
        if (asked.equals(Instant.MIN) || now.isAfter(asked.plus(KEPT)) || now.isBefore(asked)) {
            answers = ask();
            asked = clock.instant();
        }
        return answers;
    }

    private boolean ask() {
        var properties = settings.app().properties(1);
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("loginTimeout", "2");
        try (var connection = DriverManager.getConnection(settings.url(), properties);
                var sql = connection.createStatement()) {
            return sql.execute("select 1");
        } catch (SQLException _) {
            return false;
        }
    }
}
