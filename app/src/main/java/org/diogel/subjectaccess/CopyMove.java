package org.diogel.subjectaccess;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something an officer can do with a request, as `subjectaccess/moves.csv` says it.
///
/// @param kinds of whom @param from states in which it can be done @param to null where it stays
public record CopyMove(
        String name,
        List<String> kinds,
        List<CopyState> from,
        @Nullable CopyState to,
        Clock clock) {

    /// What it does to the month.
    enum Clock {
        RUN,
        WAIT,
        START,
        EXTEND,
        STOP
    }

    static final List<String> REASONS = List.of("complex", "many");
    static final List<String> SURELY = Data.firsts("surely");
    private static final List<CopyMove> ALL = Data.rows("moves").stream().map(CopyMove::of).toList();

    static Optional<CopyMove> find(String name) {
        return ALL.stream().filter(move -> move.name().equals(name)).findFirst();
    }

    /// Those that can be done now, in the order of the page.
    static List<CopyMove> now(CopyRow row) {
        return ALL.stream()
                .filter(move -> move.kinds().contains(row.kind()) && move.from().contains(row.state()))
                .filter(move -> move.clock() != Clock.EXTEND || row.extended() == null)
                .toList();
    }

    /// Whether it needs to be said how we made sure, or why it takes longer.
    boolean needsSurely() {
        return clock == Clock.START;
    }

    boolean needsReason() {
        return clock == Clock.EXTEND;
    }

    private static CopyMove of(List<String> cells) {
        return new CopyMove(
                cells.get(0),
                Data.words(cells.get(1)),
                Data.words(cells.get(2)).stream().map(CopyState::valueOf).toList(),
                cells.get(3).equals("=") ? null : CopyState.valueOf(cells.get(3)),
                Clock.valueOf(cells.get(4).toUpperCase(Locale.ROOT)));
    }
}
