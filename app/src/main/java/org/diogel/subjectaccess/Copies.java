package org.diogel.subjectaccess;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.contest.Month;
import org.diogel.contest.RequestId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Subject;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.diogel.web.Leaf;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The door for data protection officers: requests for copies, and what is gathered for them.
/// [Deciding] is the door to what was gathered, [OwnCopies] that for those who ask.
@Service
public class Copies {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final String KIND = "copy";

    /// The one purpose for which the database lets an officer's transaction gather.
    private static final String GATHERING = "subject-access";

    private final CopyWork work;
    private final CopyStore store;
    private final PieceStore pieces;
    private final PackSeal seal;
    private final List<Gathers> gatherers;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Copies(
            CopyWork work,
            CopyStore store,
            PieceStore pieces,
            PackSeal seal,
            List<Gathers> gatherers,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.store = store;
        this.pieces = pieces;
        this.seal = seal;
        this.gatherers = List.copyOf(gatherers);
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /// Something that was done with a request.
    public record Done(String what, Instant at, UUID account) {}

    /// @param every how many pieces there are @param waiting of how many nothing is decided
    public record Tally(long every, long waiting) {}

    /// One request as its officer sees it, without what was gathered.
    ///
    /// @param moves that can be made now
    /// @param ends when the copy ends; null where there is none
    public record File(
            CopyRow row, Tally tally, List<CopyMove> moves, List<Done> done, @Nullable Instant ends) {}

    /// One page of the list.
    public record Rows(List<CopyRow> rows, Leaf leaf) {}

    LocalDate today() {
        return clock.instant().atZone(LONDON).toLocalDate();
    }

    Rows list(@Nullable String page) {
        return work.run(
                () -> {
                    Leaf leaf = Leaf.of(page, store.count());
                    return new Rows(store.list(leaf.before(), Leaf.ROWS), leaf);
                });
    }

    File get(CopyId id) {
        return work.run(
                () -> {
                    CopyRow row = work.get(id);
                    return new File(
                            row,
                            pieces.tally(id),
                            isOwn(row) ? List.of() : CopyMove.now(row),
                            store.events(id),
                            pieces.ends(id).orElse(null));
                });
    }

    /// Takes up what somebody asked who thinks that others told us about them.
    CopyId takeUp(RequestId request, Lang lang) {
        return work.run(
                () -> {
                    Subject subject = new Subject(Subject.Kind.REQUEST, request.value());
                    Optional<CopyRow> before = store.of(subject).filter(CopyRow::isOpen);
                    if (before.isPresent()) {
                        return before.get().id();
                    }
                    CopyRow row = fresh(subject, lang);
                    if (!store.insert(row)) {
                        throw new Stale();
                    }
                    store.note(row.id(), "taken-up", clock.instant());
                    audit.record(AuditEntry.of("subjectaccess.taken-up", "request", request.value()));
                    return row.id();
                });
    }

    private CopyRow fresh(Subject subject, Lang lang) {
        Instant now = clock.instant();
        LocalDate today = today();
        return new CopyRow(
                CopyId.random(),
                subject,
                Acting.person().agency(),
                vault.newKey(),
                lang,
                CopyState.RECEIVED,
                1,
                now,
                today,
                Month.due(today, false),
                null,
                null,
                null,
                null,
                null);
    }

    /// @param with how we made sure, or why it takes longer, where the move needs that
    /// @throws Stale when it changed since
    void move(CopyId id, int version, CopyMove move, @Nullable String with) {
        work.run(
                () -> {
                    CopyRow row = work.current(id, version);
                    if (!CopyMove.now(row).contains(move)) {
                        throw new Stale();
                    }
                    CopyState to = move.to() == null ? row.state() : move.to();
                    String extended = move.needsReason() ? with : row.extended();
                    LocalDate from = move.needsSurely() ? today() : row.countsFrom();
                    boolean ends = to == CopyState.ENDED;
                    work.change(
                            row,
                            new CopyRow(
                                    id,
                                    row.subject(),
                                    row.agency(),
                                    row.key(),
                                    row.lang(),
                                    to,
                                    version,
                                    row.receivedAt(),
                                    from,
                                    Month.due(from, extended != null),
                                    extended,
                                    move.needsSurely() ? with : row.surely(),
                                    ends ? move.name() : null,
                                    row.gatheredAt(),
                                    ends ? clock.instant() : null),
                            move.name());
                    return true;
                });
    }

    /// Gathers everything that is held, anew. What the officer added herself stays.
    ///
    /// @return how many pieces there are now
    /// @throws Stale when it changed since
    public int gather(CopyId id, int version) {
        return Acting.forPurpose(
                GATHERING,
                () ->
                        work.run(
                                () -> {
                                    CopyRow row = work.current(id, version);
                                    if (!row.mayGather()) {
                                        throw new Stale();
                                    }
                                    pieces.clear(id);
                                    store.markGathering(id);
                                    int number = pieces.last(id);
                                    for (Gathers one : gatherers) {
                                        for (Held held : one.about(row.subject())) {
                                            number++;
                                            add(row, number, held.table(), held);
                                        }
                                    }
                                    work.change(row, work.with(row, CopyState.GATHERED), "gathered");
                                    return number;
                                }));
    }

    private void add(CopyRow row, int number, String source, Held held) {
        UUID piece = UUID.randomUUID();
        pieces.insert(
                row.id(),
                new PieceStore.Row(
                        piece,
                        number,
                        source,
                        held.whose(),
                        held.isForGiving(),
                        seal.seal(row.key(), piece, held),
                        null,
                        List.of(),
                        null,
                        null,
                        null));
    }

    /// What an officer found by asking projects, of somebody named by others.
    void addByHand(CopyId id, int version, String what, Held.Whose whose, String words) {
        work.run(
                () -> {
                    CopyRow row = work.current(id, version);
                    if (!row.subject().is(Subject.Kind.REQUEST) || !row.mayGather()) {
                        throw new Stale();
                    }
                    Held held =
                            new Held(
                                    Piece.ADDED,
                                    whose,
                                    false,
                                    null,
                                    List.of(Held.Line.of(what + "-words", words)));
                    add(row, pieces.last(id) + 1, Piece.ADDED, held);
                    work.change(row, work.with(row, CopyState.GATHERED), "added");
                    return true;
                });
    }

    private static boolean isOwn(CopyRow row) {
        return row.subject().id().equals(Acting.person().account().value());
    }
}
