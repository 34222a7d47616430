package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A pattern in the making: for every primary count the moves that protect it, and with them the
/// counts that have to be hidden. What no move needs is shown.
final class Cover {

    private static final Move[] NONE = {};

    /// How far each count can fall and still be what a hidden count can be; -1 where it must be
    /// shown or already is less.
    final long[] slack;

    /// What hiding each count would cost now: 0 where it is hidden, [BoxSearch#FORBIDDEN] where it
    /// must be shown.
    final long[] cost;

    private final Problem problem;
    private final int[] primaries;
    private final Move[][] moves;
    private final int[] uses;
    private final long[] price;
    private final List<List<Integer>> users;
    private long weight;
    private int forbidden = -1;

    Cover(Problem problem) {
        this.problem = problem;
        int size = problem.size();
        primaries = IntStream.range(0, size).filter(i -> problem.needed()[i] > 0).toArray();
        moves = new Move[size][];
        Arrays.fill(moves, NONE);
        uses = new int[size];
        slack = new long[size];
        cost = new long[size];
        users = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            users.add(List.of());
            slack[i] = Math.max(-1, problem.value()[i] - problem.lowest()[i]);
            cost[i] =
                    switch (problem.standing()[i]) {
                        case HIDDEN -> 0;
                        case OPEN -> slack[i] < 0 ? BoxSearch.FORBIDDEN : problem.weight()[i];
                        case SHOWN -> BoxSearch.FORBIDDEN;
                    };
        }
        price = cost.clone();
    }

    /// Counts that need protection, in order.
    int[] primaries() {
        return primaries;
    }

    /// What the secondary counts weigh.
    long weight() {
        return weight;
    }

    Move[] moves(int primary) {
        return moves[primary];
    }

    /// Protects a primary count by moves, and hides what they change.
    void put(int primary, Move[] by) {
        moves[primary] = by;
        for (Move move : by) {
            for (int cell : move.cells()) {
                if (price[cell] > 0) {
                    if (uses[cell]++ == 0) {
                        weight += price[cell];
                        cost[cell] = 0;
                        users.set(cell, new ArrayList<>());
                    }
                    users.get(cell).add(primary);
                }
            }
        }
    }

    /// Of the moves that protect others, one by which a count falls and one by which it rises the
    /// furthest; null where that is not far enough.
    Move @Nullable [] borrowed(int cell) {
        Move down = Move.NONE;
        Move up = Move.NONE;
        for (int primary : primaries) {
            for (Move move : moves[primary]) {
                if (move.at(cell) != 0) {
                    down = fall(cell, move) > fall(cell, down) ? move : down;
                    up = rise(cell, move) > rise(cell, up) ? move : up;
                }
            }
        }
        boolean far = fall(cell, down) + rise(cell, up) >= problem.needed()[cell];
        if (!far) {
            return null;
        }
        return down == up ? new Move[] {up} : new Move[] {down, up};
    }

    /// Takes a count's protection away, and shows what only it needed.
    ///
    /// @return the moves it had
    Move[] take(int primary) {
        Move[] had = moves[primary];
        moves[primary] = NONE;
        for (Move move : had) {
            for (int cell : move.cells()) {
                if (price[cell] > 0) {
                    users.get(cell).remove((Integer) primary);
                    if (--uses[cell] == 0) {
                        weight -= price[cell];
                        cost[cell] = cell == forbidden ? BoxSearch.FORBIDDEN : price[cell];
                        users.set(cell, List.of());
                    }
                }
            }
        }
        return had;
    }

    /// The primary counts a secondary one protects, each once and in order.
    int[] users(int cell) {
        return users.get(cell).stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    /// Whether a count is hidden to protect others.
    boolean secondary(int cell) {
        return uses[cell] > 0;
    }

    /// Lets a secondary count be chosen no more once what it protects is taken away.
    void forbid(int cell) {
        forbidden = cell;
    }

    /// Lets the forbidden count be chosen again.
    void allow() {
        if (uses[forbidden] == 0) {
            cost[forbidden] = price[forbidden];
        }
        forbidden = -1;
    }

    /// Which counts are hidden now.
    boolean[] hidden() {
        boolean[] hidden = new boolean[uses.length];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = uses[i] > 0 || problem.standing()[i] == Standing.HIDDEN;
        }
        return hidden;
    }

    /// How far moves take a count down.
    long fall(int cell, Move... by) {
        long fall = 0;
        for (Move move : by) {
            fall = Math.max(fall, reach(cell, move, -1));
        }
        return fall;
    }

    /// How far moves take a count up.
    long rise(int cell, Move... by) {
        long rise = 0;
        for (Move move : by) {
            rise = Math.max(rise, reach(cell, move, 1));
        }
        return rise;
    }

    private long reach(int cell, Move move, int direction) {
        long step = move.at(cell);
        int sign = step > 0 ? direction : -direction;
        long times = step == 0 ? 0 : View.UNBOUNDED;
        for (int i = 0; i < move.cells().length; i++) {
            long by = sign * move.by()[i];
            if (by < 0) {
                times = Math.min(times, slack[move.cells()[i]] / -by);
            }
        }
        return Math.abs(step) * times;
    }
}
