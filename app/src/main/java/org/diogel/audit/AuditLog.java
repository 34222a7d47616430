package org.diogel.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.ledger.Checkpoint;
import org.diogel.ledger.ConsistencyProof;
import org.diogel.ledger.Hash;
import org.diogel.ledger.InclusionProof;
import org.diogel.ledger.Merkle;
import org.diogel.ledger.NoteSigner;
import org.diogel.ledger.SignedNote;
import org.diogel.ledger.TileSource;
import org.diogel.ledger.Tree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to the record as a log: its checkpoints, and what can be proved with them. What is proved
/// here is proved from the stored tiles; that the rows themselves are those that were written says
/// `./diogel ledger verify`.
@Service
public class AuditLog {

    private static final int LONGEST = 4_000;

    private final LedgerStore store;
    private final NoteSigner signer;
    private final Sequencer sequencer;

    AuditLog(LedgerStore store, NoteSigner signer, Sequencer sequencer) {
        this.store = store;
        this.signer = signer;
        this.sequencer = sequencer;
    }

    /// What came of holding a checkpoint against the record of now.
    public enum Verdict {
        /// The record of now begins with it.
        CONSISTENT,
        /// It does not: it was changed or cut, or the checkpoint is another record's.
        NOT_CONSISTENT,
        /// What was typed is no checkpoint.
        UNREADABLE
    }

    /// One row of the record about one thing.
    ///
    /// @param line its place, counted from 1; null while it waits for it
    /// @param proved whether the row's commitment was found there under the newest checkpoint just now
    /// @param fields as they were written down
    public record Placed(@Nullable Long line, boolean proved, Instant at, List<String> fields) {}

    /// The newest; empty before the first row has its place.
    @Transactional(readOnly = true)
    public Optional<SignedCheckpoint> newest() {
        return store.notes(1).stream().findFirst().map(this::read);
    }

    /// The last of each day, newest first.
    @Transactional(readOnly = true)
    public List<SignedCheckpoint> listDaily(int most) {
        return store.daily(most).stream().map(this::read).toList();
    }

    /// By which key signatures are checked: the text form that others' programs take.
    public String key() {
        return signer.key().text();
    }

    /// Whether new rows wait because the record is not the one it was.
    public boolean isStopped() {
        return sequencer.isStopped();
    }

    /// Holds what somebody kept, a signed note or a printed line, against the record of now.
    @Transactional(readOnly = true)
    public Verdict check(String typed) {
        if (typed.length() > LONGEST) {
            return Verdict.UNREADABLE;
        }
        String text = typed.replace("\r\n", "\n").strip() + "\n";
        SignedCheckpoint now = newest().orElse(null);
        if (text.contains("\n\n")) {
            return checkNote(text, now);
        }
        return RootCode.read(text)
                .map(code -> verdict(code, now))
                .orElse(Verdict.UNREADABLE);
    }

    private Verdict checkNote(String text, @Nullable SignedCheckpoint now) {
        try {
            Checkpoint.read(SignedNote.read(text).body());
        } catch (IllegalArgumentException unreadable) {
            return Verdict.UNREADABLE;
        }
        try {
            SignedCheckpoint then = SignedCheckpoint.read(text, signer.key());
            return now != null && agree(then.size(), then.root(), now)
                    ? Verdict.CONSISTENT
                    : Verdict.NOT_CONSISTENT;
        } catch (IllegalArgumentException notOurs) {
            return Verdict.NOT_CONSISTENT;
        }
    }

    private Verdict verdict(RootCode code, @Nullable SignedCheckpoint now) {
        try {
            if (now != null && code.size() >= 1 && code.size() <= now.size()) {
                Hash root = tree(now).rootAt(code.size());
                if (code.isOf(root) && agree(code.size(), root, now)) {
                    return Verdict.CONSISTENT;
                }
            }
            return Verdict.NOT_CONSISTENT;
        } catch (IllegalStateException tilesGone) {
            return Verdict.NOT_CONSISTENT;
        }
    }

    /// Whether the record of now, as it was signed, begins with one of that size and root.
    private boolean agree(long size, Hash root, SignedCheckpoint now) {
        if (size < 1 || size > now.size()) {
            return false;
        }
        try {
            ConsistencyProof proof = tree(now).proveConsistency(size);
            return proof.proves(root, now.root());
        } catch (IllegalStateException tilesGone) {
            return false;
        }
    }

    /// The rows of one action about one thing, oldest first, as far as the one acting may read them;
    /// each proved to be in the record now.
    @Transactional(readOnly = true)
    public List<Placed> listPlaced(UUID subject, String action) {
        SignedCheckpoint now = newest().orElse(null);
        Tree tree = now == null ? null : tree(now);
        return store.placed(subject, action).stream()
                .map(
                        row -> {
                            Long index = row.index();
                            boolean proved =
                                    index != null
                                            && now != null
                                            && tree != null
                                            && prove(index, now, tree).isPresent();
                            return new Placed(
                                    index == null ? null : index + 1, proved, row.at(), row.fields());
                        })
                .toList();
    }

    /// The proof that a line is in the record, as a text to keep. Empty where the one acting may not
    /// read that row, or it is not proved.
    ///
    /// @param line counted from 1
    @Transactional(readOnly = true)
    public Optional<String> prove(long line) {
        return newest()
                .flatMap(now -> prove(line - 1, now, tree(now)).map(proof -> proof.text(now.note())));
    }

    private Optional<InclusionProof> prove(long index, SignedCheckpoint now, Tree tree) {
        if (index < 0 || index >= now.size()) {
            return Optional.empty();
        }
        try {
            InclusionProof proof = tree.proveInclusion(index);
            return store.row(index)
                    .filter(AuditRow::isPersonTrue)
                    .filter(row -> proof.proves(Merkle.leaf(row.leaf()), now.root()))
                    .map(_ -> proof);
        } catch (IllegalStateException tilesGone) {
            return Optional.empty();
        }
    }

    private Tree tree(SignedCheckpoint now) {
        TileSource tiles =
                tile -> store.tile(tile).orElseThrow(() -> new IllegalStateException("A tile is missing"));
        return new Tree(now.size(), tiles);
    }

    private SignedCheckpoint read(String note) {
        return SignedCheckpoint.read(note, signer.key());
    }
}
