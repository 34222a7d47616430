package org.diogel.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// An attacker who is not in a hurry: the smallest and the largest whole number a hidden count can
/// be, given everything published. Exact: a simplex in whole numbers, and branch and bound where
/// its corner is a fraction. Every whole table found on the way counts for all its cells.
final class IndependentAttacker {

    /// The smallest and the largest; `UNBOUNDED` when nothing stops it.
    record Interval(long low, long high) {
        long width() {
            return high == UNBOUNDED ? UNBOUNDED : high - low;
        }
    }

    static final long UNBOUNDED = Long.MAX_VALUE;

    private static final int MOST_NODES = 200_000;

    private final Knowledge knowledge;
    private final int[] part;
    private final int[] place;
    private final List<Part> parts = new ArrayList<>();

    IndependentAttacker(Knowledge knowledge) {
        this.knowledge = knowledge;
        int[] head = new int[knowledge.size()];
        Arrays.setAll(head, i -> i);
        for (WholeSimplex.Row sum : knowledge.sums()) {
            int first = -1;
            for (int count : sum.variables()) {
                if (!knowledge.isKnown(count)) {
                    first = first < 0 ? head(head, count) : first;
                    head[head(head, count)] = first;
                }
            }
        }
        part = new int[head.length];
        place = new int[head.length];
        List<List<Integer>> members = new ArrayList<>();
        int[] partOfHead = new int[head.length];
        Arrays.fill(partOfHead, -1);
        for (int count = 0; count < head.length; count++) {
            if (knowledge.isKnown(count)) {
                continue;
            }
            int top = head(head, count);
            if (partOfHead[top] < 0) {
                partOfHead[top] = members.size();
                members.add(new ArrayList<>());
            }
            part[count] = partOfHead[top];
            place[count] = members.get(part[count]).size();
            members.get(part[count]).add(count);
        }
        List<List<WholeSimplex.Row>> rows = new ArrayList<>();
        members.forEach(m -> rows.add(new ArrayList<>()));
        knowledge.sums().forEach(sum -> place(sum, rows));
        for (int p = 0; p < members.size(); p++) {
            parts.add(new Part(members.get(p), rows.get(p)));
        }
    }

    /// What a count can be at least and at most.
    Interval interval(int count) {
        if (knowledge.isKnown(count)) {
            return new Interval(knowledge.value(count), knowledge.value(count));
        }
        return parts.get(part[count]).interval(place[count]);
    }

    Interval interval(Shape shape, int cell) {
        return interval(knowledge.at(Knowledge.NOW, shape, cell));
    }

    /// Whether a count is known more narrowly than that; looks no further than needed.
    boolean narrower(int count, long width) {
        return knowledge.isKnown(count)
                || (!parts.get(part[count]).reaches(place[count], width)
                        && interval(count).width() < width);
    }

    private static int head(int[] head, int count) {
        int at = count;
        while (head[at] != at) {
            at = head[at];
        }
        return at;
    }

    /// What is known goes to the right-hand side.
    private void place(WholeSimplex.Row sum, List<List<WholeSimplex.Row>> rows) {
        long right = sum.sum();
        int free = 0;
        int[] variables = new int[sum.variables().length];
        long[] coefficients = new long[variables.length];
        int home = -1;
        for (int k = 0; k < variables.length; k++) {
            int count = sum.variables()[k];
            if (knowledge.isKnown(count)) {
                right -= sum.coefficients()[k] * knowledge.value(count);
            } else {
                home = part[count];
                variables[free] = place[count];
                coefficients[free++] = sum.coefficients()[k];
            }
        }
        if (free > 0) {
            rows.get(home)
                    .add(
                            new WholeSimplex.Row(
                                    Arrays.copyOf(variables, free),
                                    Arrays.copyOf(coefficients, free),
                                    right));
        } else if (right != 0) {
            throw new IllegalArgumentException("What was published does not add up.");
        }
    }

    /// Hidden counts that hang together.
    private final class Part {

        private final long[] lowest;
        private final List<WholeSimplex.Row> rows;
        private final WholeSimplex walker;
        private final long[] seenLow;
        private final long[] seenHigh;

        Part(List<Integer> members, List<WholeSimplex.Row> rows) {
            this.rows = rows;
            lowest = members.stream().mapToLong(knowledge::lowest).toArray();
            seenLow = new long[lowest.length];
            seenHigh = new long[lowest.length];
            Arrays.fill(seenLow, UNBOUNDED);
            Arrays.fill(seenHigh, -1);
            long[] upper = new long[lowest.length];
            Arrays.fill(upper, UNBOUNDED);
            walker = build(new Box(lowest, upper));
            if (!walker.feasible()) {
                throw new IllegalArgumentException("No table has these published numbers.");
            }
            look(walker.point(), lowest);
        }

        boolean reaches(int variable, long width) {
            return seenHigh[variable] >= 0 && seenHigh[variable] - seenLow[variable] >= width;
        }

        Interval interval(int variable) {
            return new Interval(extreme(variable, 1), extreme(variable, -1));
        }

        private long extreme(int variable, int direction) {
            if (!walker.walk(variable, direction)) {
                return UNBOUNDED;
            }
            WholeSimplex.Point point = walker.point();
            if (look(point, lowest)) {
                return lowest[variable] + point.floor(variable);
            }
            return branch(variable, direction);
        }

        /// Depth first over boxes; a box is left when its corner is no better than what was seen.
        private long branch(int variable, int direction) {
            Deque<Box> open = new ArrayDeque<>();
            long[] upper = new long[lowest.length];
            Arrays.fill(upper, UNBOUNDED);
            open.push(new Box(lowest, upper));
            for (int nodes = 0; !open.isEmpty(); nodes++) {
                if (nodes == MOST_NODES) {
                    throw new IllegalStateException("Undecided after " + nodes + " boxes.");
                }
                Box box = open.pop();
                WholeSimplex simplex = build(box);
                if (!simplex.feasible()) {
                    continue;
                }
                if (!simplex.walk(variable, direction)) {
                    return UNBOUNDED;
                }
                WholeSimplex.Point point = simplex.point();
                long low = box.lower()[variable];
                boolean hopeless =
                        direction > 0
                                ? low + point.ceil(variable) >= seenLow[variable]
                                : low + point.floor(variable) <= seenHigh[variable];
                if (!hopeless && !look(point, box.lower())) {
                    int at = point.firstFraction(lowest.length);
                    at = point.whole(variable) ? at : variable;
                    long floor = box.lower()[at] + point.floor(at);
                    open.push(box.atLeast(at, floor + 1));
                    open.push(box.atMost(at, floor));
                }
            }
            return direction > 0 ? seenLow[variable] : seenHigh[variable];
        }

        /// Remembers a point if it is a table of whole numbers.
        private boolean look(WholeSimplex.Point point, long[] from) {
            if (point.firstFraction(lowest.length) >= 0) {
                return false;
            }
            for (int v = 0; v < lowest.length; v++) {
                long value = from[v] + point.floor(v);
                seenLow[v] = Math.min(seenLow[v], value);
                seenHigh[v] = Math.max(seenHigh[v], value);
            }
            return true;
        }

        private WholeSimplex build(Box box) {
            List<WholeSimplex.Row> all = new ArrayList<>();
            for (WholeSimplex.Row row : rows) {
                long sum = row.sum();
                for (int k = 0; k < row.variables().length; k++) {
                    sum -= row.coefficients()[k] * box.lower()[row.variables()[k]];
                }
                all.add(new WholeSimplex.Row(row.variables(), row.coefficients(), sum));
            }
            int variables = lowest.length;
            for (int v = 0; v < lowest.length; v++) {
                if (box.upper()[v] != UNBOUNDED) {
                    all.add(
                            new WholeSimplex.Row(
                                    new int[] {v, variables++},
                                    new long[] {1, 1},
                                    box.upper()[v] - box.lower()[v]));
                }
            }
            return new WholeSimplex(variables, all);
        }
    }

    private record Box(long[] lower, long[] upper) {
        Box atLeast(int variable, long bound) {
            long[] raised = lower.clone();
            raised[variable] = bound;
            return new Box(raised, upper);
        }

        Box atMost(int variable, long bound) {
            long[] cut = upper.clone();
            cut[variable] = bound;
            return new Box(lower, cut);
        }
    }
}
