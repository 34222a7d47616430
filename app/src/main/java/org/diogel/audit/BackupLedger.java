package org.diogel.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diogel.audit.Verification.Expected;
import org.diogel.database.Backups;
import org.diogel.database.DatabaseRefusal;
import org.diogel.ledger.NoteKey;
import org.diogel.vault.KeyRing;

/// Whether the record in a backup is the one that was written: worked out anew from its rows, and held
/// against the checkpoint that is kept beside the keys of the data folder.
///
/// What was signed in the last minutes may not have been shipped yet. A record that ends before an older
/// checkpoint was cut off, or the backup is another's.
public final class BackupLedger implements Backups.Look {

    private static final Duration SHIPPED = Duration.ofMinutes(10);

    private final NoteKey key;
    private final Optional<SignedCheckpoint> beside;
    private final boolean falseOne;
    private final Clock clock;

    /// Reads the kept checkpoint now, before anything is restored.
    ///
    /// @param data the data folder the backup is of, where it is known
    public BackupLedger(KeyRing ring, Optional<Path> data, Clock clock) {
        this.key = AuditBeans.signer(ring).key();
        this.clock = clock;
        Optional<SignedCheckpoint> found = Optional.empty();
        boolean notOurs = false;
        try {
            found = data.flatMap(folder -> new KeptCheckpoint(folder, key).find());
        } catch (IllegalArgumentException another) {
            notOurs = true;
        }
        this.beside = found;
        this.falseOne = notOurs;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String at(Connection superuser) throws SQLException {
        VerifyStore store = new VerifyStore(superuser);
        if (!store.isThere()) {
            return "none: a backup of a version without one";
        }
        if (falseOne) {
            throw DatabaseRefusal.unsafe("the checkpoint beside the keys is not of this record");
        }
        long lines = store.size();
        Optional<SignedCheckpoint> compared = beside.filter(one -> one.size() <= lines);
        if (beside.isPresent() && compared.isEmpty()) {
            requireRecent(beside.get(), lines);
        }
        Verification.Result result =
                new Verification(store)
                        .run(
                                key,
                                compared.stream()
                                        .map(one -> Expected.of(one, "the checkpoint beside the keys"))
                                        .toList(),
                                _ -> {});
        List<Finding> findings = result.findings();
        if (!findings.isEmpty()) {
            throw DatabaseRefusal.unsafe(
                    "the record is not as it was written: " + findings.getFirst().text());
        }
        return "%,d lines as they were written, in agreement with %,d checkpoints%s"
                .formatted(
                        result.lines(),
                        result.compared(),
                        compared.isPresent()
                                ? ", that beside the keys among them"
                                : beside.isPresent()
                                        ? "; that beside the keys is newer than the backup"
                                        : "; none beside the keys to compare");
    }

    private void requireRecent(SignedCheckpoint signed, long lines) {
        Instant shipped = clock.instant().minus(SHIPPED);
        if (signed.at().isBefore(shipped)) {
            throw DatabaseRefusal.unsafe(
                    "the record ends after %,d lines, but %,d were signed at %s: it was cut off, or no log reached the backup since"
                            .formatted(lines, signed.size(), signed.at()));
        }
    }
}
