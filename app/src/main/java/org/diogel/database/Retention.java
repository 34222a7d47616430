package org.diogel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diogel.kernel.Durable;

/// Removes what a backup folder need not keep: base backups older than 35 days, but never the last
/// two, and the write-ahead log from before the oldest that stays.
record Retention(BackupFolder folder, BackupCipher cipher, Clock clock) {
    static final Duration KEPT = Duration.ofDays(35);
    private static final int ALWAYS = 2;

    void apply() throws IOException {
        var bases =
                folder.bases().stream().map(name -> Manifest.read(folder, cipher, name)).toList();
        var oldest = clock.instant().minus(KEPT);
        var kept = bases;
        while (kept.size() > ALWAYS && kept.getFirst().finished().isBefore(oldest)) {
            Durable.removeTree(folder.base(kept.getFirst().name()));
            kept = kept.subList(1, kept.size());
        }
        if (!kept.isEmpty()) {
            removeLogBefore(kept);
        }
    }

    private void removeLogBefore(List<Manifest> kept) throws IOException {
        var first =
                kept.stream()
                        .mapToLong(base -> new WalName(base.startWal()).position())
                        .min()
                        .orElse(0);
        for (var name : folder.walNames()) {
            if (WalName.isSegment(name) && new WalName(name).position() < first) {
                Files.deleteIfExists(folder.walFile(name));
            }
        }
    }
}
