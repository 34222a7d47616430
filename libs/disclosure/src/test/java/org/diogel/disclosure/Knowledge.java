package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything an attacker has in hand, built from nothing but what was published: counts known by
/// their codes, what adds up to what, and which counts are shown. Written apart from the library's
/// own equations; the library's work is judged by it.
final class Knowledge {

    static final String NOW = "now";

    private static final long UNKNOWN = -1;

    private final long hiddenFrom;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final List<Long> known = new ArrayList<>();
    private final List<Long> lowest = new ArrayList<>();
    private final List<WholeSimplex.Row> sums = new ArrayList<>();

    /// @param hiddenFrom what a hidden count is at least: 0, or 1 where zeros are always shown
    Knowledge(long hiddenFrom) {
        this.hiddenFrom = hiddenFrom;
    }

    static Knowledge of(List<Release> releases, long hiddenFrom) {
        Knowledge knowledge = new Knowledge(hiddenFrom);
        releases.forEach(release -> knowledge.add(NOW, release));
        return knowledge;
    }

    /// A table published at a moment; the same count in two tables of one moment is one count.
    Knowledge add(String moment, Release release) {
        Shape shape = release.shape();
        int[] cells = new int[shape.cells()];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = number(moment + keyOf(shape, c), hiddenFrom);
            if (!release.hidden(c)) {
                tell(cells[c], release.values()[c]);
            }
        }
        for (int c = 0; c < cells.length; c++) {
            int[] nodes = shape.nodes(c);
            for (int d = 0; d < nodes.length; d++) {
                for (Dimension.Split split : shape.dimensions().get(d).splits()) {
                    if (split.whole() == nodes[d]) {
                        sums.add(sumOf(shape, cells, nodes, d, split.parts()));
                    }
                }
            }
        }
        return this;
    }

    /// Every count in both moments only grew between them: the change is a count of its own.
    Knowledge grew(String before, String after, String change) {
        for (String key : new TreeSet<>(numbers.keySet())) {
            if (!key.startsWith(before + "|")) {
                continue;
            }
            String codes = key.substring(before.length());
            Integer later = numbers.get(after + codes);
            if (later != null) {
                int earlier = number(key, hiddenFrom);
                int grown = number(change + codes, 0);
                sums.add(
                        new WholeSimplex.Row(
                                new int[] {earlier, grown, later}, new long[] {1, 1, -1}, 0));
            }
        }
        return this;
    }

    /// The number of the count that stands in a cell of a table of a moment.
    int at(String moment, Shape shape, int cell) {
        Integer number = numbers.get(moment + keyOf(shape, cell));
        if (number == null) {
            throw new IllegalArgumentException("Nobody told of " + shape.codes(cell) + ".");
        }
        return number;
    }

    int size() {
        return known.size();
    }

    boolean isKnown(int count) {
        return known.get(count) != UNKNOWN;
    }

    long value(int count) {
        return known.get(count);
    }

    long lowest(int count) {
        return lowest.get(count);
    }

    List<WholeSimplex.Row> sums() {
        return sums;
    }

    private int number(String key, long from) {
        Integer old = numbers.get(key);
        if (old != null) {
            return old;
        }
        numbers.put(key, known.size());
        known.add(UNKNOWN);
        lowest.add(from);
        return known.size() - 1;
    }

    private void tell(int count, long value) {
        if (isKnown(count) && value(count) != value) {
            throw new IllegalArgumentException("One count was published as two numbers.");
        }
        known.set(count, value);
    }

    private static WholeSimplex.Row sumOf(
            Shape shape, int[] cells, int[] nodes, int dimension, List<Integer> parts) {
        int[] members = new int[parts.size() + 1];
        long[] coefficients = new long[members.length];
        Arrays.fill(coefficients, 1);
        int[] place = nodes.clone();
        for (int p = 0; p < parts.size(); p++) {
            place[dimension] = parts.get(p);
            members[p] = cells[shape.cell(place)];
        }
        members[parts.size()] = cells[shape.cell(nodes)];
        coefficients[parts.size()] = -1;
        return new WholeSimplex.Row(members, coefficients, 0);
    }

    /// A count's codes by dimension, roots left out, whichever table it stands in.
    private static String keyOf(Shape shape, int cell) {
        Map<String, String> codes = new TreeMap<>();
        int[] nodes = shape.nodes(cell);
        for (int d = 0; d < nodes.length; d++) {
            if (nodes[d] != 0) {
                Dimension dimension = shape.dimensions().get(d);
                codes.put(dimension.name(), dimension.nodes().get(nodes[d]));
            }
        }
        return "|" + codes;
    }
}
