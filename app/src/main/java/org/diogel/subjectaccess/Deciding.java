package org.diogel.subjectaccess;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The door to what was gathered: decided piece by piece, made into a copy, handed over.
@Service
public class Deciding {

    private static final String KIND = Copies.KIND;

    private final CopyWork work;
    private final CopyStore store;
    private final PieceStore pieces;
    private final PackSeal seal;
    private final Accounts accounts;
    private final Audit audit;

    Deciding(
            CopyWork work,
            CopyStore store,
            PieceStore pieces,
            PackSeal seal,
            Accounts accounts,
            Audit audit) {
        this.work = work;
        this.store = store;
        this.pieces = pieces;
        this.seal = seal;
        this.accounts = accounts;
        this.audit = audit;
    }

    /// One page of pieces, unsealed.
    public record Pieces(CopyRow row, List<Piece> pieces, Copies.Tally tally, Leaf leaf) {}

    /// One page of pieces; the look is written down.
    Pieces look(CopyId id, @Nullable String page) {
        return work.run(
                () -> {
                    CopyRow row = work.get(id);
                    Copies.Tally tally = pieces.tally(id);
                    Leaf leaf = Leaf.of(page, tally.every());
                    List<Piece> some =
                            pieces.some(id, leaf.before(), Leaf.ROWS).stream()
                                    .map(piece -> open(row, piece))
                                    .toList();
                    audit.record(AuditEntry.of("subjectaccess.looked", KIND, id.value()));
                    return new Pieces(row, some, tally, leaf);
                });
    }

    /// One piece in its parts; the look is written down.
    Piece look(CopyId id, UUID piece) {
        return work.run(
                () -> {
                    CopyRow row = work.get(id);
                    Piece found = pieces.find(id, piece).map(p -> open(row, p)).orElseThrow(NotHere::new);
                    audit.record(AuditEntry.of("subjectaccess.looked", KIND, id.value()));
                    return found;
                });
    }

    private Piece open(CopyRow row, PieceStore.Row piece) {
        return new Piece(
                piece.id(),
                piece.number(),
                piece.source(),
                piece.whose(),
                piece.proposed(),
                seal.open(row.key(), piece.id(), piece.bytes()),
                piece.given(),
                piece.struck(),
                piece.exemption(),
                piece.decidedBy());
    }

    /// @throws Stale when the copy was made or ended meanwhile
    void decide(CopyId id, List<Decision> decisions) {
        work.run(
                () -> {
                    requireGathered(id);
                    Instant now = work.now();
                    for (Decision decision : decisions) {
                        if (!pieces.decide(id, decision, now)) {
                            throw new NotHere();
                        }
                    }
                    audit.record(
                            AuditEntry.of(
                                    "subjectaccess.decided", KIND, id.value(), "pieces-" + decisions.size()));
                    return true;
                });
    }

    /// Gives all that is hers alone and that nothing was decided about.
    void giveHers(CopyId id) {
        work.run(
                () -> {
                    requireGathered(id);
                    int given = pieces.giveHers(id, work.now());
                    audit.record(
                            AuditEntry.of("subjectaccess.decided", KIND, id.value(), "pieces-" + given));
                    return true;
                });
    }

    private void requireGathered(CopyId id) {
        CopyRow row = store.lock(id).orElseThrow(NotHere::new);
        if (row.state() != CopyState.GATHERED) {
            throw new Stale();
        }
    }

    /// Makes the copy; it ends after fourteen days.
    ///
    /// @throws Stale when something waits to be decided, or it changed since
    void make(CopyId id, int version) {
        work.run(
                () -> {
                    CopyRow row = work.current(id, version);
                    Copies.Tally tally = pieces.tally(id);
                    if (row.state() != CopyState.GATHERED || tally.every() == 0 || tally.waiting() > 0) {
                        throw new Stale();
                    }
                    Instant now = work.now();
                    PackMaker maker = new PackMaker(row, now, this::nameOf);
                    pieces.all(id).forEach(piece -> maker.add(open(row, piece), piece.decidedAt()));
                    pieces.put(id, seal.seal(row.key(), id, maker.pack()), now, now.plus(PackMaker.KEPT));
                    work.change(row, work.with(row, CopyState.MADE), "made");
                    return true;
                });
    }

    private String nameOf(UUID account) {
        return accounts.find(new AccountId(account)).map(AccountView::name).orElse("");
    }

    /// The copy, to be handed over; each time is written down.
    ///
    /// @param how in what form
    /// @throws NotHere when there is none, or no longer
    Pack take(CopyId id, String how) {
        return work.run(
                () -> {
                    CopyRow row = work.get(id);
                    byte[] sealed = pieces.pack(id).orElseThrow(NotHere::new);
                    store.note(id, "taken-" + how, work.now());
                    audit.record(AuditEntry.of("subjectaccess.taken", KIND, id.value(), how));
                    return seal.open(row.key(), id, sealed);
                });
    }

    /// What was withheld, why and by whom, without what it says; it outlives the copy.
    List<Pack.Withheld> withheld(CopyId id) {
        return work.run(
                () -> {
                    CopyRow row = work.get(id);
                    PackMaker maker = new PackMaker(row, work.now(), this::nameOf);
                    pieces.all(id).stream()
                            .filter(piece -> piece.decidedAt() != null)
                            .forEach(piece -> maker.add(open(row, piece), piece.decidedAt()));
                    audit.record(AuditEntry.of("subjectaccess.record-read", KIND, id.value()));
                    return maker.allWithheld();
                });
    }
}
