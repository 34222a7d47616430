package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.List;

/// What a table is broken down by, and so which cells it has: one for every combination of a node of
/// every dimension, numbered with the last dimension running fastest.
///
/// @param name what messages call the table, for example its file's name
/// @param dimensions at least one, with different names
public record Shape(String name, List<Dimension> dimensions) {

    /// @throws IllegalArgumentException when there is no dimension, two have one name, or there are
    ///     more than two thousand million cells
    public Shape {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("The table " + name + " has no dimension.");
        }
        if (dimensions.stream().map(Dimension::name).distinct().count() < dimensions.size()) {
            throw new IllegalArgumentException(
                    "The table " + name + " has two dimensions of one name.");
        }
        long cells = 1;
        for (Dimension dimension : dimensions) {
            cells = Math.multiplyExact(cells, dimension.size());
            if (cells > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("The table " + name + " has too many cells.");
            }
        }
    }

    /// How many cells there are, margins included.
    public int cells() {
        int cells = 1;
        for (Dimension dimension : dimensions) {
            cells *= dimension.size();
        }
        return cells;
    }

    /// The number of the cell at one node of every dimension.
    public int cell(int... nodes) {
        int cell = 0;
        for (int d = 0; d < nodes.length; d++) {
            cell = cell * dimensions.get(d).size() + nodes[d];
        }
        return cell;
    }

    /// The nodes a cell stands at, one for every dimension.
    public int[] nodes(int cell) {
        int[] nodes = new int[dimensions.size()];
        for (int d = nodes.length - 1; d >= 0; d--) {
            int size = dimensions.get(d).size();
            nodes[d] = cell % size;
            cell /= size;
        }
        return nodes;
    }

    /// The codes a cell stands at, one for every dimension.
    public List<String> codes(int cell) {
        int[] nodes = nodes(cell);
        List<String> codes = new ArrayList<>();
        for (int d = 0; d < nodes.length; d++) {
            codes.add(dimensions.get(d).nodes().get(nodes[d]));
        }
        return codes;
    }

    /// How far apart two cells are whose nodes differ by one in that dimension.
    public int stride(int dimension) {
        int stride = 1;
        for (int d = dimension + 1; d < dimensions.size(); d++) {
            stride *= dimensions.get(d).size();
        }
        return stride;
    }
}
