package org.diogel.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.ledger.Growth;
import org.diogel.ledger.Merkle;
import org.diogel.ledger.NoteSigner;
import org.diogel.ledger.TileSource;
import org.diogel.ledger.Tree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives rows of the record their places, in batches: each batch extends the order without a gap, the
/// tree over it and the signed checkpoints, in one transaction, on one server at a time.
///
/// It never signs two histories: where the record does not begin with the checkpoint that is kept
/// beside the keys, rows wait, and looks and changes go on being written down.
@Component
public class Sequencer {

    /// The background task's name.
    public static final String TASK = "sequence-record";

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Actor ACTOR = new Actor.Task("sequencer");
    private static final String PURPOSE = "sequencing";
    private static final int BATCH = 2_000;

    /// How long one run goes on.
    private static final Duration RUN = Duration.ofSeconds(20);

    private final LedgerStore store;
    private final NoteSigner signer;
    private final KeptCheckpoint kept;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile boolean stopped;

    Sequencer(
            LedgerStore store,
            NoteSigner signer,
            KeptCheckpoint kept,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.signer = signer;
        this.kept = kept;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whether a row waits for its place. Where nothing more is signed, its own turn is enough to find
    /// that the record is as it was again.
    public boolean isDue() {
        return !stopped && Acting.as(
                ACTOR,
                PURPOSE,
                () -> Boolean.TRUE.equals(transaction.execute(_ -> store.isAnyWaiting())));
    }

    /// Whether it refuses to go on, because the record is not the one it was.
    public boolean isStopped() {
        return stopped;
    }

    /// Places what waits, for some seconds at most. What comes while it places the last of it waits for
    /// the next run: a batch costs the same whether it is of two rows or of two thousand, and where many
    /// look at once it would otherwise sign all the time, for a few rows each.
    public void run() {
        Instant end = clock.instant().plus(RUN);
        boolean more = true;
        while (more && clock.instant().isBefore(end)) {
            Batch batch = Acting.as(ACTOR, PURPOSE, () -> transaction.execute(_ -> batch()));
            more = batch != null && batch.full;
            if (batch != null) {
                keep(batch.signed);
            }
        }
    }

    /// @param full whether more may have waited than it could take
    private record Batch(SignedCheckpoint signed, boolean full) {}

    private @Nullable Batch batch() {
        if (!store.lock()) {
            return null;
        }
        long size = store.size();
        TileSource tiles = tile -> store.tile(tile).orElseThrow(() -> new IllegalStateException("A tile is missing"));
        if (!fits(new Tree(size, tiles))) {
            return null;
        }
        List<LedgerStore.Waiting> next = store.take(BATCH);
        if (next.isEmpty()) {
            return null;
        }
        Growth growth = new Growth(size, tiles);
        next.forEach(row -> growth.append(Merkle.leaf(row.leaf())));
        store.place(size, next.stream().map(LedgerStore.Waiting::entry).toList());
        growth.changed().forEach(store::keep);
        SignedCheckpoint signed =
                SignedCheckpoint.sign(signer, growth.size(), growth.root(), clock.instant());
        store.keep(signed);
        return new Batch(signed, next.size() == BATCH);
    }

    /// Whether the record as it lies in the database begins with what was signed last.
    private boolean fits(Tree tree) {
        boolean fits;
        try {
            Optional<SignedCheckpoint> last = kept.find();
            fits =
                    last.isEmpty()
                            || last.get().size() <= tree.size()
                                    && tree.rootAt(last.get().size()).equals(last.get().root());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException unfit) {
            fits = false;
        }
        if (!fits && !stopped) {
            LOG.error(
                    "The record in the database does not begin with the checkpoint in {}: it was"
                            + " changed, cut or restored. Nothing more of it is signed; run"
                            + " ./diogel ledger verify",
                    kept.file());
        }
        stopped = !fits;
        return fits;
    }

    private void keep(SignedCheckpoint made) {
        try {
            kept.keep(made);
        } catch (IOException notNow) {
            LOG.warn("The newest checkpoint was not kept beside the keys: {}", notNow.getClass().getSimpleName());
        }
    }
}
