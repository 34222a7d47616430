package org.diogel.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Reads a file from its connection into memory, where it stays until it is sealed. All files on
/// their way share one budget, taken megabyte by megabyte as they really come: a hundred slow
/// connections hold little, and a large file nobody has room for is told so. The alternatives were a
/// temporary folder, which would hold it unsealed, or writing pieces while they come, which would
/// hold a connection of the database for as long as somebody's phone takes.
@Component
class Intake {

    private static final int BLOCK = EvidenceSettings.MEGABYTE;
    private static final int SECONDS = 10;

    /// A block and its part of the joined file.
    private static final int TWICE = 2;

    private final Semaphore budget;
    private final int most;

    Intake(EvidenceSettings settings) {
        this.most = settings.mostBytes();
        int least = TWICE * (settings.fileMegabytes() + 1);
        this.budget = new Semaphore(Math.max(least, settings.memoryMegabytes()));
    }

    /// Reads it whole and hands it on; afterwards nothing of it is left in memory.
    ///
    /// @throws Refused with EMPTY, LARGE or BUSY
    <T> T take(InputStream in, Function<byte[], T> work) {
        List<byte[]> blocks = new ArrayList<>();
        int held = 0;
        try {
            int size = 0;
            for (int n = BLOCK; n == BLOCK; ) {
                hold();
                held++;
                byte[] block = new byte[BLOCK];
                n = in.readNBytes(block, 0, BLOCK);
                size += n;
                if (size > most) {
                    throw new Refused(Refusal.LARGE);
                }
                blocks.add(block);
            }
            if (size == 0) {
                throw new Refused(Refusal.EMPTY);
            }
            byte[] whole = join(blocks, size);
            try {
                return work.apply(whole);
            } finally {
                Arrays.fill(whole, (byte) 0);
            }
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        } finally {
            blocks.forEach(block -> Arrays.fill(block, (byte) 0));
            budget.release(held * TWICE);
        }
    }

    /// Room for so many bytes while something is opened. @throws Refused with BUSY
    <T> T opening(int size, java.util.function.Supplier<T> work) {
        int blocks = size / BLOCK + 1;
        hold(blocks * TWICE);
        try {
            return work.get();
        } finally {
            budget.release(blocks * TWICE);
        }
    }

    private static byte[] join(List<byte[]> blocks, int size) {
        byte[] whole = new byte[size];
        for (int i = 0; i < blocks.size(); i++) {
            int from = i * BLOCK;
            System.arraycopy(blocks.get(i), 0, whole, from, Math.min(BLOCK, size - from));
        }
        return whole;
    }

    private void hold() {
        hold(TWICE);
    }

    private void hold(int megabytes) {
        try {
            if (!budget.tryAcquire(megabytes, SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(Refusal.BUSY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.BUSY);
        }
    }
}
