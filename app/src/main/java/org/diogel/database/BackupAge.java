package org.diogel.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// When the newest whole backup was begun, as far as the names in the folder `DIOGEL_BACKUP_DIR` say it.
/// Whether it restores is `verify-backup`'s to prove.
@Component
public class BackupAge {
    /// Older than a day and some: the nightly one was missed.
    public static final Duration OLDEST = Duration.ofHours(26);

    private final String folder;
    private final Clock clock;

    BackupAge(Environment environment, Clock clock) {
        this.folder = environment.getProperty("DIOGEL_BACKUP_DIR", "").strip();
        this.clock = clock;
    }

    /// Whether this Diogel knows where its backups go.
    public boolean isSet() {
        return !folder.isEmpty();
    }

    /// Empty when there is none, or the folder cannot be read.
    public Optional<Instant> newest() {
        if (!isSet()) {
            return Optional.empty();
        }
        try {
            List<String> bases = new BackupFolder(Path.of(folder)).bases();
            return bases.isEmpty()
                    ? Optional.empty()
                    : Optional.of(BaseBackup.NAME.parse(bases.getLast(), Instant::from));
        } catch (InvalidPathException | java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /// Whether a backup is missing that should be there.
    public boolean isLate() {
        return isSet()
                && newest()
                        .filter(at -> Duration.between(at, clock.instant()).compareTo(OLDEST) <= 0)
                        .isEmpty();
    }
}
