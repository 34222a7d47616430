package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/// A backup older than 26 hours, or none, is late; where nobody said where they go, nobody knows.
class BackupAgeTest {
    @TempDir Path folder;

    @Test
    void theNewestWholeOneCounts() throws Exception {
        assertThat(at("2026-11-27T03:00:00Z").isLate()).as("none").isTrue();
        Files.createDirectories(folder.resolve("database/base-20261125T010000Z"));
        Files.createDirectories(folder.resolve("database/base-20261126T010000Z"));
        Files.createDirectories(folder.resolve("database/.base-20261127T010000Z"));
        assertThat(at("2026-11-27T03:00:00Z").newest())
                .contains(Instant.parse("2026-11-26T01:00:00Z"));
        assertThat(at("2026-11-27T03:00:00Z").isLate()).as("26 hours").isFalse();
        assertThat(at("2026-11-27T03:00:01Z").isLate()).as("more").isTrue();
        BackupAge unknown = new BackupAge(new MockEnvironment(), Clock.systemUTC());
        assertThat(unknown.isSet()).isFalse();
        assertThat(unknown.isLate()).isFalse();
    }

    private BackupAge at(String now) {
        var settings = new MockEnvironment();
        settings.setProperty("DIOGEL_BACKUP_DIR", folder.toString());
        return new BackupAge(settings, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
