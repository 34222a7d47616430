package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All the counts an attacker looks at together, and the equations between them. Tables are linked
/// where cells share dimensions: a cell is known by its codes other than roots, so that "women, all
/// ages" is one count whichever table it stands in.
public final class CellSystem {

    private final List<Shape> shapes;
    private final List<int[]> cells;
    private final List<Equation> equations;
    private final int size;

    private CellSystem(
            List<Shape> shapes, List<int[]> cells, List<Equation> equations, int size) {
        this.shapes = shapes;
        this.cells = cells;
        this.equations = equations;
        this.size = size;
    }

    /// Puts tables side by side; the same count in two of them becomes one cell.
    ///
    /// @param shapes at least one
    public static CellSystem of(List<Shape> shapes) {
        if (shapes.size() == 1) {
            Shape shape = shapes.getFirst();
            int[] same = new int[shape.cells()];
            for (int i = 0; i < same.length; i++) {
                same[i] = i;
            }
            return new CellSystem(List.copyOf(shapes), List.of(same), Equation.of(shape), same.length);
        }
        Map<Map<String, String>, Integer> known = new HashMap<>();
        List<int[]> cells = new ArrayList<>();
        for (Shape shape : shapes) {
            int[] own = new int[shape.cells()];
            for (int i = 0; i < own.length; i++) {
                own[i] = known.computeIfAbsent(key(shape, i), k -> known.size());
            }
            cells.add(own);
        }
        List<Equation> equations = new ArrayList<>();
        Set<Equation> seen = new HashSet<>();
        for (int t = 0; t < cells.size(); t++) {
            int[] own = cells.get(t);
            for (Equation equation : Equation.of(shapes.get(t))) {
                int[] parts = new int[equation.parts().length];
                for (int p = 0; p < parts.length; p++) {
                    parts[p] = own[equation.parts()[p]];
                }
                Equation shared = new Equation(own[equation.whole()], parts);
                if (seen.add(shared)) {
                    equations.add(shared);
                }
            }
        }
        return new CellSystem(List.copyOf(shapes), cells, equations, known.size());
    }

    /// How many different counts there are; they are numbered from 0.
    public int size() {
        return size;
    }

    /// The tables, as they were given.
    public List<Shape> shapes() {
        return shapes;
    }

    /// The count a table's cell is.
    public int at(int table, int cell) {
        return cells.get(table)[cell];
    }

    /// Everything that adds up.
    public List<Equation> equations() {
        return equations;
    }

    /// The counts that are totals of everything: a root in every dimension of some table.
    public Set<Integer> grandTotals() {
        return cells.stream().map(own -> own[0]).collect(Collectors.toSet());
    }

    private static Map<String, String> key(Shape shape, int cell) {
        int[] nodes = shape.nodes(cell);
        Map<String, String> key = new TreeMap<>();
        for (int d = 0; d < nodes.length; d++) {
            if (nodes[d] > 0) {
                Dimension dimension = shape.dimensions().get(d);
                key.put(dimension.name(), dimension.nodes().get(nodes[d]));
            }
        }
        return key;
    }
}
