package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Protects large tables, up to a million counts, by moves: for every primary count the cheapest box
/// around it, counts that are hidden already being free. Then each secondary count is tried without,
/// and each box chosen again, for as long as that lowers what is lost.
///
/// Where releases went before, a box takes along how much has changed since, so that the old counts
/// stay as they are. Old counts themselves have no boxes: they borrow the moves of others, or get one
/// by a linear program.
///
/// Every move is checked against every sum before the pattern is returned, in whole numbers and
/// without a solver. So each reach is one an attacker cannot exclude, and her interval is at least as
/// wide: the pattern is safe whatever else could be said about it. That it loses the least is not
/// proven; the bound says how much less is thinkable.
///
/// The work is limited by counting it, so that a pattern depends on nothing but the problem.
final class Boxes implements Repair {

    /// How often all is gone through again at most.
    private static final int ROUNDS = 4;

    /// How many counts are looked at, at most, to improve a pattern: some ten seconds.
    private static final long WORK = 500_000_000L;

    private final Solver solver;

    Boxes(Solver solver) {
        this.solver = solver;
    }

    @Override
    public Result repair(Problem problem) throws NoPatternException {
        Cover cover = new Cover(problem);
        Certificates certificates = new Certificates(problem);
        try (Chooser chooser = new Chooser(problem, solver, cover, certificates)) {
            for (int primary : cover.primaries()) {
                cover.put(primary, chooser.any(primary));
            }
            long limit = chooser.work() + WORK;
            long before;
            int rounds = 0;
            do {
                before = cover.weight();
                without(cover, chooser, limit);
                again(cover, chooser, limit);
            } while (cover.weight() < before && ++rounds < ROUNDS);
        }
        return certificates.result(cover, new LowerBound(problem, solver).weight());
    }

    /// Tries to do without each secondary count: those first that protect the fewest.
    private static void without(Cover cover, Chooser chooser, long limit) {
        List<Integer> cells =
                IntStream.range(0, cover.cost.length)
                        .filter(cover::secondary)
                        .boxed()
                        .sorted(Comparator.comparingInt(cell -> cover.users(cell).length))
                        .toList();
        for (int cell : cells) {
            if (chooser.work() >= limit) {
                return;
            }
            int[] users = cover.users(cell);
            if (cover.secondary(cell) && Arrays.stream(users).allMatch(chooser::mayChoose)) {
                cover.forbid(cell);
                replace(cover, chooser, users);
                cover.allow();
            }
        }
    }

    /// Chooses each count's moves again, now that others have theirs.
    private static void again(Cover cover, Chooser chooser, long limit) {
        for (int primary : cover.primaries()) {
            if (chooser.work() >= limit) {
                return;
            }
            if (chooser.mayChoose(primary)) {
                replace(cover, chooser, primary);
            }
        }
    }

    /// Protects some counts anew, one after the other, and keeps that only if less is lost.
    private static void replace(Cover cover, Chooser chooser, int... primaries) {
        long with = cover.weight();
        List<Move[]> had = new ArrayList<>();
        for (int primary : primaries) {
            had.add(cover.take(primary));
        }
        int done = 0;
        while (done < primaries.length && cover.weight() < with) {
            Move[] moves = chooser.better(primaries[done], with - cover.weight());
            if (moves == null) {
                break;
            }
            cover.put(primaries[done++], moves);
        }
        if (done < primaries.length) {
            for (int p = 0; p < done; p++) {
                cover.take(primaries[p]);
            }
            for (int p = 0; p < primaries.length; p++) {
                cover.put(primaries[p], had.get(p));
            }
        }
    }
}
