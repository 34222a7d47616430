package org.diogel.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.diogel.audit.Finding.Kind;
import org.diogel.ledger.Hash;
import org.diogel.ledger.Merkle;
import org.diogel.ledger.NoteKey;
import org.diogel.ledger.RootBuilder;
import org.diogel.ledger.TileId;
import org.jspecify.annotations.Nullable;

/// Works the whole record out anew from its rows and holds it against every checkpoint there is. The
/// stored hashes are believed nowhere: where rows and a signed checkpoint disagree they only show where
/// to look, and only as far as they themselves fit the signature. For one use.
final class Verification {

    static final String ERASED = "audit.person-erased";

    private static final int MOST = 20;
    private static final int REPORT = 10_000;
    private static final Duration FAR = Duration.ofHours(1);

    private final VerifyStore store;
    private final Deque<Expected> expected = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> suspects = new ArrayList<>();
    private final RootBuilder rows = new RootBuilder();
    private final RootBuilder stored = new RootBuilder();
    private final Map<Long, Long> erased = new LinkedHashMap<>();
    private final Set<Long> said = new HashSet<>();
    private final Leaves leaves;

    private boolean rowMissing;
    private boolean hashMissing;
    private long fitting;
    private long newest;
    private int compared;
    private Instant before = Instant.MIN;

    /// What the record has to be at a size.
    ///
    /// @param source where that is said, for the sentence
    record Expected(long size, Predicate<Hash> root, String source) {
        static Expected of(SignedCheckpoint checkpoint, String source) {
            return new Expected(checkpoint.size(), checkpoint.root()::equals, source);
        }
    }

    /// @param lines how many there are
    /// @param compared with how many checkpoints they agree
    /// @param findings the first bad line first; empty when all is as it was written
    record Result(long lines, int compared, int erased, List<Finding> findings) {}

    Verification(VerifyStore store) {
        this.store = store;
        this.leaves = new Leaves(store);
    }

    /// @param outside checkpoints from elsewhere than the database
    /// @param progress told from time to time how many lines were read
    Result run(NoteKey key, List<Expected> outside, LongConsumer progress) throws SQLException {
        List<Expected> all = new ArrayList<>(outside);
        for (String note : store.notes()) {
            try {
                SignedCheckpoint read = SignedCheckpoint.read(note, key);
                newest = Math.max(newest, read.size());
                all.add(Expected.of(read, "the checkpoint of %s in the database".formatted(read.at())));
            } catch (IllegalArgumentException falseOne) {
                findings.add(
                        new Finding(0, Kind.CHECKPOINT, "a checkpoint in the database was not signed with the key of this ring."));
            }
        }
        all.sort(Comparator.comparingLong(Expected::size));
        expected.addAll(all);
        store.lines(line -> take(line, progress));
        end();
        tilesAbove();
        List<Finding> found = new ArrayList<>(findings);
        found.addAll(suspects);
        // A missing checkpoint spoils no line: what does comes first.
        found.sort(
                Comparator.comparing((Finding finding) -> finding.kind() == Kind.CHECKPOINT)
                        .thenComparingLong(Finding::index));
        return new Result(rows.size(), compared, erased.size(), found.stream().limit(MOST).toList());
    }

    private void take(VerifyStore.Line line, LongConsumer progress) throws SQLException {
        while (rows.size() < line.index()) {
            if (line.index() - rows.size() > MOST && !suspects.isEmpty()) {
                // Whatever left so large a gap: it has been said.
                rowMissing = true;
                hashMissing = true;
                return;
            }
            suspect(rows.size(), Kind.GONE, "it is missing from the order.");
            append(null);
        }
        append(line);
        if (rows.size() % REPORT == 0) {
            progress.accept(rows.size());
        }
    }

    /// @param line null where there is none
    private void append(VerifyStore.@Nullable Line line) throws SQLException {
        long index = rows.size();
        AuditRow row = line == null ? null : line.row();
        Hash kept = leaves.find(index).orElse(null);
        Hash made = row == null ? null : leaf(row);
        if (kept == null) {
            hashMissing = true;
            suspect(index, Kind.HASH, "the stored tree has no hash of it.");
        }
        if (line != null && row == null) {
            suspect(index, Kind.GONE, "its row " + line.entry() + " is gone.");
        } else if (row != null && made == null) {
            suspect(index, Kind.CHANGED, "its row " + row.id() + " was changed.");
        } else if (row != null && made != null && kept != null && !kept.equals(made)) {
            suspect(index, row, made);
        } else if (row != null) {
            look(index, row);
        }
        rowMissing |= made == null;
        Hash any = made != null ? made : kept != null ? kept : Merkle.empty();
        rows.append(any);
        stored.append(kept != null ? kept : any);
        while (!expected.isEmpty() && expected.element().size() == rows.size()) {
            hold(expected.remove());
        }
    }

    /// What a leaf cannot say: a time that does not go with the row in front, a person taken out.
    private void look(long index, AuditRow row) {
        if (row.at().isBefore(before.equals(Instant.MIN) ? before : before.minus(FAR))) {
            suspect(
                    index,
                    Kind.BACKDATED,
                    "its row %d is of %s, more than an hour before the row in front of it: somebody wrote it into the past, or the machine's clock was set back."
                            .formatted(row.id(), row.at()));
        }
        before = row.at();
        if (row.isErased()) {
            erased.put(row.id(), index);
        }
        hear(row);
    }

    /// A row that says who was taken out may wait for its own place, when those it names have theirs.
    private void hear(AuditRow row) {
        if (row.action().equals(ERASED)) {
            row.fields().forEach(field -> number(field).ifPresent(said::add));
        }
    }

    private static Optional<Long> number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(text))
                : Optional.empty();
    }

    private void suspect(long index, AuditRow row, Hash made) throws SQLException {
        Optional<Long> home = leaves.search(made, index);
        if (home.isPresent()) {
            suspect(
                    index,
                    Kind.MOVED,
                    "row %d stands here and belongs at line %,d.".formatted(row.id(), home.get() + 1));
        } else {
            suspect(index, Kind.CHANGED, "its row " + row.id() + " is not the one that was written.");
        }
    }

    private void suspect(long index, Kind kind, String sentence) {
        if (suspects.size() < MOST) {
            suspects.add(new Finding(index, kind, sentence));
        }
    }

    /// Null for a row that cannot be one: its person or its time was changed.
    private static @Nullable Hash leaf(AuditRow row) {
        try {
            return row.isPersonTrue() ? Merkle.leaf(row.leaf()) : null;
        } catch (ArithmeticException timeOutOfReach) {
            return null;
        }
    }

    /// Settles what was suspected up to here, by what somebody signed.
    private void hold(Expected signed) {
        if (!rowMissing && signed.root().test(rows.root())) {
            compared++;
            fitting = signed.size();
            List<Finding> hashes =
                    suspects.stream()
                            .filter(s -> s.kind() != Kind.BACKDATED)
                            .map(s -> new Finding(s.index(), Kind.HASH, "its row is right, but the stored hash of it was changed."))
                            .toList();
            findings.addAll(suspects.stream().filter(s -> s.kind() == Kind.BACKDATED).toList());
            findings.addAll(hashes);
            suspects.clear();
            return;
        }
        boolean pointed = !hashMissing && signed.root().test(stored.root());
        boolean explained = hashMissing && !suspects.isEmpty();
        if (!pointed && !explained && findings.isEmpty()) {
            findings.add(
                    new Finding(
                            fitting,
                            Kind.REWRITTEN,
                            "from here to line %,d something was rewritten, its hashes with it, or another history was put in its place: %s does not fit."
                                    .formatted(signed.size(), signed.source())));
        }
        findings.addAll(suspects);
        suspects.clear();
    }

    private void end() throws SQLException {
        long lines = rows.size();
        findings.addAll(suspects);
        suspects.clear();
        expected.stream()
                .max(Comparator.comparingLong(Expected::size))
                .ifPresent(
                        longer ->
                                suspect(
                                        lines,
                                        Kind.CUT,
                                        "the record ends before it, but %s is of %,d lines: the end was cut off, or an older copy was put in its place."
                                                .formatted(longer.source(), longer.size())));
        if (expected.isEmpty() && leaves.find(lines).isPresent()) {
            suspect(lines, Kind.CUT, "the record ends before it, but the stored tree goes on: the end was cut off.");
        }
        if (expected.isEmpty() && newest < lines) {
            suspect(newest, Kind.CHECKPOINT, "from here on no checkpoint is in the database, though one is signed with each batch.");
        }
        store.waiting(waiting -> look(waiting, lines));
        store.unplaced(
                row ->
                        suspect(
                                Math.min(row[1], lines),
                                Kind.INSERTED,
                                "row %d stands in the table and was never given a place.".formatted(row[0])));
        erased.entrySet().stream()
                .filter(one -> !said.contains(one.getKey()))
                .forEach(
                        one ->
                                suspect(
                                        one.getValue(),
                                        Kind.ERASED,
                                        "whom row %d is about was taken out, and no row says that this was done."
                                                .formatted(one.getKey())));
    }

    private void look(VerifyStore.Waiting waiting, long lines) {
        AuditRow row = waiting.row();
        if (row == null) {
            suspect(lines, Kind.GONE, "row " + waiting.entry() + " waited for its place and is gone.");
        } else if (waiting.placed()) {
            suspect(lines, Kind.INSERTED, "row " + waiting.entry() + " waits and has its place already.");
        } else if (!row.isPersonTrue() || !Arrays.equals(row.leaf(), waiting.leaf())) {
            suspect(lines, Kind.CHANGED, "row " + row.id() + ", which waits for its place, was changed.");
        } else {
            hear(row);
        }
    }

    /// Whether a hash below has been named already.
    private boolean isHashFound(long first, long after) {
        return Stream.concat(findings.stream(), suspects.stream())
                .anyMatch(f -> f.kind() == Kind.HASH && f.index() >= first && f.index() < after);
    }

    /// Every stored hash above the leaves is that of the tile below it.
    private void tilesAbove() throws SQLException {
        store.tilesAbove(
                tile -> {
                    byte[] hashes = store.tile(tile).orElse(new byte[0]);
                    for (int i = 0; i < hashes.length / Hash.BYTES; i++) {
                        long child = tile.index() * TileId.WIDTH + i;
                        byte[] below = store.tile(new TileId(tile.level() - 1, child)).orElse(new byte[0]);
                        RootBuilder root = new RootBuilder();
                        for (int j = 0; j < below.length / Hash.BYTES; j++) {
                            root.append(Hash.at(below, j * Hash.BYTES));
                        }
                        long first = child << TileId.HEIGHT * tile.level();
                        long after = child + 1 << TileId.HEIGHT * tile.level();
                        if (!root.root().equals(Hash.at(hashes, i * Hash.BYTES))
                                && !isHashFound(first, after)) {
                            suspect(
                                    first,
                                    Kind.HASH,
                                    "a stored hash over the lines from here on was changed.");
                        }
                    }
                });
    }
}
