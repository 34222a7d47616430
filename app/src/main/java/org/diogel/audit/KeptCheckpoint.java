package org.diogel.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.diogel.kernel.Durable;
import org.diogel.ledger.NoteKey;

/// The newest checkpoint, kept beside the keys: out of reach of whoever rules the database only.
final class KeptCheckpoint {

    /// Its name in the folder of the key store.
    static final String NAME = "checkpoint.txt";

    private final Path file;
    private final NoteKey key;

    /// @param data the data folder
    KeptCheckpoint(Path data, NoteKey key) {
        this.file = data.resolve("keystore").resolve(NAME);
        this.key = key;
    }

    Path file() {
        return file;
    }

    /// Empty where none was kept yet.
    ///
    /// @throws IllegalArgumentException when what is there is no checkpoint of this record
    Optional<SignedCheckpoint> find() {
        try {
            return Files.exists(file)
                    ? Optional.of(SignedCheckpoint.read(Files.readString(file), key))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void keep(SignedCheckpoint checkpoint) throws IOException {
        Durable.write(file, checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }
}
