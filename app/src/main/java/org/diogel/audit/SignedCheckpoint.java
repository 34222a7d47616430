package org.diogel.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diogel.ledger.Checkpoint;
import org.diogel.ledger.Hash;
import org.diogel.ledger.NoteKey;
import org.diogel.ledger.NoteSigner;
import org.diogel.ledger.SignedNote;

/// How long the record was at a time and what its root was, signed.
///
/// @param note the whole signed text, to be kept by others
public record SignedCheckpoint(long size, Hash root, Instant at, String note) {

    private static final String TIME = "time ";

    static SignedCheckpoint sign(NoteSigner signer, long size, Hash root, Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        Checkpoint checkpoint =
                new Checkpoint(
                        signer.key().name(),
                        size,
                        root,
                        List.of(TIME + DateTimeFormatter.ISO_INSTANT.format(second)));
        return new SignedCheckpoint(size, root, second, signer.sign(checkpoint.text()).text());
    }

    /// @throws IllegalArgumentException unless it is a checkpoint that this key signed
    static SignedCheckpoint read(String text, NoteKey key) {
        SignedNote note = SignedNote.read(text);
        Checkpoint checkpoint = Checkpoint.read(note.body());
        if (!note.isSignedBy(key)
                || !checkpoint.origin().equals(key.name())
                || checkpoint.extensions().isEmpty()
                || !checkpoint.extensions().getFirst().startsWith(TIME)) {
            throw new IllegalArgumentException("This checkpoint is not of this record");
        }
        try {
            return new SignedCheckpoint(
                    checkpoint.size(),
                    checkpoint.root(),
                    Instant.parse(checkpoint.extensions().getFirst().substring(TIME.length())),
                    text);
        } catch (DateTimeParseException bad) {
            throw new IllegalArgumentException("This checkpoint is not of this record", bad);
        }
    }

    /// The beginning of the root as it is read aloud and printed.
    public String code() {
        return RootCode.of(root);
    }
}
