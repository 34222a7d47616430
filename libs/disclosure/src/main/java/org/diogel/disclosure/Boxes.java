package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Protects large tables, up to a million counts, by moves: for every primary count the cheapest box
/// around it, counts that are hidden already being free. Then each count's box is chosen again, and
/// each secondary count tried without, for as long as that lowers what is lost.
///
/// Every move is checked against every sum before the pattern is returned, in whole numbers and
/// without a solver. So each reach is one an attacker cannot exclude, and her interval is at least as
/// wide: the pattern is safe whatever else could be said about it. That it loses the least is not
/// proven; the bound says how much less is thinkable.
///
/// The work is limited by counting it, so that a pattern depends on nothing but the problem.
final class Boxes implements Repair {

    /// How often a box is chosen again at most.
    private static final int ROUNDS = 4;

    /// After so many looks at counts nothing is improved any more: some ten seconds.
    private static final long WORK = 1_500_000_000L;

    @Override
    public Result repair(Problem problem) throws NoPatternException {
        Cover cover = new Cover(problem);
        Certificates certificates = new Certificates(problem);
        Search search = new Search(problem, cover, certificates);
        int bad = 0;
        for (int primary : cover.primaries()) {
            Move[] moves = search.pick(primary);
            if (moves == null) {
                bad++; continue;
            }
            cover.put(primary, moves);
        }
        System.err.println("bad " + bad + " transfers " + search.count + " " + search.transfers.work() + " greedy " + cover.weight() + " work " + search.work());
        long before;
        int round = 0;
        do {
            before = cover.weight();
            again(cover, search);
            System.err.println("again " + cover.weight() + " work " + search.work());
            without(cover, search);
            System.err.println("without " + cover.weight() + " work " + search.work());
        } while (cover.weight() < before && ++round < ROUNDS && search.work() < WORK);
        return certificates.result(cover, 0);
    }

    private static void again(Cover cover, Search search) {
        for (int primary : cover.primaries()) {
            if (search.work() > WORK) {
                return;
            }
            long with = cover.weight();
            Move[] had = cover.take(primary);
            if (cover.weight() == with) {
                cover.put(primary, had);
                continue;
            }
            Move[] moves = search.pick(primary);
            cover.put(primary, moves == null ? had : moves);
            if (cover.weight() > with) {
                cover.take(primary);
                cover.put(primary, had);
            }
        }
    }

    private static void without(Cover cover, Search search) {
        for (int cell = 0; cell < cover.cost.length; cell++) {
            if (!cover.secondary(cell)) {
                continue;
            }
            if (search.work() > WORK) {
                return;
            }
            long with = cover.weight();
            int[] users = cover.users(cell);
            List<Move[]> had = new ArrayList<>();
            for (int user : users) {
                had.add(cover.take(user));
            }
            long cost = cover.cost[cell];
            cover.cost[cell] = BoxSearch.FORBIDDEN;
            int done = 0;
            while (done < users.length && cover.weight() < with) {
                Move[] moves = search.pick(users[done]);
                if (moves == null) {
                    break;
                }
                cover.put(users[done++], moves);
            }
            cover.cost[cell] = cost;
            if (done < users.length || cover.weight() >= with) {
                for (int u = 0; u < done; u++) {
                    cover.take(users[u]);
                }
                for (int u = 0; u < users.length; u++) {
                    cover.put(users[u], had.get(u));
                }
            }
        }
    }

    /// Finds moves that protect one count at the least cost.
    private static final class Search {
        private final Problem problem;
        private final Cover cover;
        private final Certificates certificates;
        private final BoxSearch boxes;
        private final TransferSearch transfers; int count;

        Search(Problem problem, Cover cover, Certificates certificates) {
            this.problem = problem;
            this.cover = cover;
            this.certificates = certificates;
            Lattice lattice = Lattice.of(problem.tables());
            boxes = new BoxSearch(lattice, cover.cost, cover.slack);
            transfers = new TransferSearch(lattice, cover.cost, cover.slack);
        }

        long work() {
            return boxes.work();
        }

        Move @Nullable [] pick(int primary) {
            long needed = problem.needed()[primary];
            long most = Math.min(needed, cover.slack[primary]);
            long limit = BoxSearch.FORBIDDEN;
            Move best = null;
            long step = Math.max(1, most / 3);
            for (long fall = 0; fall <= most && limit > 0; fall += step) {
                Move move = boxes.find(primary, fall, needed - fall, limit);
                if (move != null && certificates.holds(move)) {
                    best = move;
                    limit = boxes.price();
                }
            }
            for (long fall = 0; fall <= most && best == null; fall += step) {
                Move move = transfers.find(primary, fall, needed - fall, limit);
                if (move != null && certificates.holds(move)) {
                    best = move;count++;
                    limit = transfers.price();
                }
            }
            return best == null ? null : new Move[] {best};
        }
    }
}
