package org.diogel.disclosure;

import org.jspecify.annotations.Nullable;

/// Chooses the moves that protect one count at the least cost, as the pattern stands: a box, a
/// transfer where there is none, and whatever the sums allow where there is neither.
final class Chooser implements AutoCloseable {

    /// How many ways are tried to share the width out between falling and rising.
    private static final int SHARES = 3;

    private final Problem problem;
    private final Solver solver;
    private final Cover cover;
    private final Certificates certificates;
    private final BoxSearch boxes;
    private final TransferSearch transfers;
    private @Nullable LinearSearch linear;
    private @Nullable LinearSearch earlier;

    Chooser(Problem problem, Solver solver, Cover cover, Certificates certificates) {
        this.problem = problem;
        this.solver = solver;
        this.cover = cover;
        this.certificates = certificates;
        Lattice lattice = Lattice.of(problem.tables());
        boxes = new BoxSearch(lattice, cover.cost, cover.slack);
        transfers = new TransferSearch(lattice, cover.cost, cover.slack);
    }

    /// How many counts were looked at so far.
    long work() {
        return boxes.work() + transfers.work();
    }

    /// Moves that protect a count, whatever they cost.
    ///
    /// @throws NoPatternException when there are none even if all is hidden that may be
    Move[] any(int primary) throws NoPatternException {
        Move[] moves = better(primary, BoxSearch.FORBIDDEN);
        if (moves == null) {
            moves = cover.borrowed(primary);
        }
        if (moves == null && !mayChoose(primary)) {
            moves = among(primary);
        }
        if (moves == null) {
            if (linear == null) {
                linear = new LinearSearch(problem, solver, cover.cost, cover.slack, 0);
            }
            moves = linear.find(primary);
        }
        if (moves == null) {
            throw new NoPatternException(
                    "No pattern protects: even with everything hidden that may be, a small count"
                            + " could be worked out from what has to be shown.");
        }
        return moves;
    }

    /// A move of counts of earlier releases alone: it hides nothing in the tables.
    private Move @Nullable [] among(int primary) {
        if (earlier == null) {
            int from = problem.tables().size();
            earlier = new LinearSearch(problem, solver, cover.cost, cover.slack, from);
        }
        Move move = earlier.quick(primary);
        return move == null ? null : new Move[] {move};
    }

    /// Whether there is a choice of moves for a count: not for those of earlier releases, which have
    /// no place among the tables.
    boolean mayChoose(int primary) {
        return primary < problem.tables().size();
    }

    /// A move that protects a count and costs less than a limit.
    Move @Nullable [] better(int primary, long limit) {
        if (!mayChoose(primary)) {
            return null;
        }
        long needed = problem.needed()[primary];
        long most = Math.min(needed, cover.slack[primary]);
        long step = Math.max(1, most / SHARES);
        Move best = null;
        for (long fall = 0; fall <= most && limit > 0; fall += step) {
            Move move = boxes.find(primary, fall, needed - fall, limit);
            Move whole = move == null ? null : whole(primary, move);
            if (whole != null) {
                best = whole;
                limit = boxes.price();
            }
        }
        for (long fall = 0; fall <= most && best == null && limit > 0; fall += step) {
            Move move = transfers.find(primary, fall, needed - fall, limit);
            best = move == null ? null : whole(primary, move);
        }
        return best == null ? null : new Move[] {best};
    }

    /// The move with what it changes since earlier releases, or null where that stands in its way.
    private @Nullable Move whole(int primary, Move move) {
        Move whole = certificates.completed(move);
        boolean far =
                cover.fall(primary, whole) + cover.rise(primary, whole)
                        >= problem.needed()[primary];
        return far && certificates.holds(whole) ? whole : null;
    }

    @Override
    public void close() {
        if (linear != null) {
            linear.close();
        }
        if (earlier != null) {
            earlier.close();
        }
    }
}
