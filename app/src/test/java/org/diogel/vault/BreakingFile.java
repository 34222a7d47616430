package org.diogel.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A file on a disk that is full, or that loses what it was given.
final class BreakingFile extends SlotFile {
    boolean full;
    boolean lost;

    BreakingFile(Path path) throws IOException {
        super(path);
    }

    @Override
    long append(List<Slot> more) throws IOException {
        if (full) {
            // The half that still had room.
            erase(size());
            throw new IOException("No space left on device");
        }
        return super.append(more);
    }

    @Override
    void sync() throws IOException {
        if (lost) {
            throw new IOException("Input/output error");
        }
        super.sync();
    }
}
