package org.diogel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.diogel.database.EmbeddedPostgres;
import org.diogel.kernel.Durable;
import org.diogel.vault.KeyRing;

/// The data folder of the demonstration. It carries a marker, so that the demonstration never writes
/// into, and `--reset` never removes, a folder that is somebody's real data.
record DemoFolder(Path folder) {
    private static final String MARKER = "diogel-demo";

    /// The ring that only the demonstration accepts.
    Path keys() {
        return folder.resolve("demo.keys");
    }

    /// Makes the ring when there is none.
    Path ring(Clock clock) {
        if (!Files.exists(keys())) {
            KeyRing.createDemo(keys(), clock);
        }
        return keys().toAbsolutePath();
    }

    boolean isMarked() {
        return Files.isRegularFile(folder.resolve(MARKER));
    }

    DemoFolder prepare(boolean reset) {
        try {
            if (Files.exists(folder) && !isMarked() && !isEmpty()) {
                throw Refused.impossible(
                        folder
                                + " holds something that is not a demonstration; choose another"
                                + " folder with --data.");
            }
            if (reset && isMarked()) {
                EmbeddedPostgres.remove(folder);
            }
            if (!isMarked()) {
                EmbeddedPostgres.makeFolder(folder);
                mark();
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a demonstration of what was restored from one's backup.
    void adopt(Path ring) {
        try {
            Durable.writeNew(keys(), Files.readAllBytes(ring));
            mark();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark() throws IOException {
        var text = "This folder belongs to ./diogel demo. Nothing in it is real.\n";
        Durable.write(folder.resolve(MARKER), text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
