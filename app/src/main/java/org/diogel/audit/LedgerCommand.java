package org.diogel.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.diogel.audit.Verification.Expected;
import org.diogel.database.DatabaseSettings;
import org.diogel.ledger.NoteKey;
import org.diogel.vault.KeyRing;

/// `./diogel ledger verify`: works the whole record out anew and holds it against every checkpoint.
/// Exit 0 as it was written, 2 unusable input, 3 not as it was written.
public final class LedgerCommand {

    private static final int UNUSABLE = 2;
    private static final int UNSAFE = 3;

    private final NoteKey key;
    private final PrintStream out;
    private final PrintStream errors;
    private final boolean terminal;

    /// @param terminal whether somebody watches: then it says how far it is
    public LedgerCommand(KeyRing ring, PrintStream out, PrintStream errors, boolean terminal) {
        this.key = AuditBeans.signer(ring).key();
        this.out = out;
        this.errors = errors;
        this.terminal = terminal;
    }

    /// @param data the data folder, whose kept checkpoint is held against the record too
    /// @param checkpoint a file with a signed checkpoint or a printed line, kept elsewhere
    /// @throws SQLException when the database cannot be read
    public int verify(DatabaseSettings database, Path data, Optional<Path> checkpoint)
            throws SQLException {
        List<Expected> outside = new ArrayList<>();
        if (checkpoint.isPresent()) {
            Optional<Expected> read = read(checkpoint.get());
            if (read.isEmpty()) {
                errors.println(
                        checkpoint.get()
                                + " holds no checkpoint of this record: neither a note signed with the"
                                + " key of this ring nor a printed line.");
                return UNUSABLE;
            }
            outside.add(read.get());
        }
        KeptCheckpoint kept = new KeptCheckpoint(data, key);
        boolean falseOne = false;
        try {
            kept.find().ifPresent(one -> outside.add(Expected.of(one, "the checkpoint in " + kept.file())));
        } catch (IllegalArgumentException notOurs) {
            falseOne = true;
            out.println(kept.file() + " is no checkpoint that the key of this ring signed.");
        }
        try (VerifyStore store = VerifyStore.open(database)) {
            if (!store.isThere()) {
                errors.println("This database is of a version without a ledger; start Diogel on it once.");
                return UNUSABLE;
            }
            Verification.Result result = new Verification(store).run(key, outside, progress());
            if (terminal) {
                errors.print("\r\033[K");
            }
            return say(result, outside) || falseOne ? UNSAFE : 0;
        }
    }

    /// @return whether anything is not as it was written
    private boolean say(Verification.Result result, List<Expected> outside) {
        if (!result.findings().isEmpty()) {
            out.println(
                    "The record is NOT as it was written. First bad line: %d."
                            .formatted(result.findings().getFirst().index() + 1));
            result.findings().forEach(finding -> out.println(finding.text()));
            return true;
        }
        out.println(
                "The record is as it was written: %,d lines, in agreement with %,d signed checkpoints."
                        .formatted(result.lines(), result.compared()));
        if (result.erased() > 0) {
            out.println("Of %,d lines the person was taken out, and a line says so.".formatted(result.erased()));
        }
        if (outside.isEmpty()) {
            out.println(
                    "No checkpoint from outside the database was compared. Without one nobody can see"
                            + " that the end was cut off: --checkpoint FILE.");
        }
        return false;
    }

    private Optional<Expected> read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (text.startsWith("\ufeff")) {
                text = text.substring(1);
            }
            String stripped = text.strip() + "\n";
            if (stripped.contains("\n\n")) {
                return Optional.of(Expected.of(SignedCheckpoint.read(stripped, key), file.toString()));
            }
            return RootCode.read(stripped)
                    .map(code -> new Expected(code.size(), code::isOf, file.toString()));
        } catch (IOException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private LongConsumer progress() {
        return lines -> {
            if (terminal) {
                errors.print("\r%,d lines …".formatted(lines));
            }
        };
    }
}
