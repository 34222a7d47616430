package org.diogel.bench;

import java.util.ArrayList;
import java.util.List;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Shape;

/// A whole and the cells it is the sum of, read off a table's dimensions; written apart from the
/// library's own, which is judged by it.
///
/// @param cells the whole first
record Sum(int[] cells) {

    /// Every sum of a table.
    static List<Sum> of(Shape shape) {
        List<Sum> sums = new ArrayList<>();
        for (int cell = 0; cell < shape.cells(); cell++) {
            int[] nodes = shape.nodes(cell);
            for (int d = 0; d < nodes.length; d++) {
                int own = nodes[d];
                for (Dimension.Split split : shape.dimensions().get(d).splits()) {
                    if (split.whole() == own) {
                        int[] cells = new int[split.parts().size() + 1];
                        cells[0] = cell;
                        for (int p = 1; p < cells.length; p++) {
                            nodes[d] = split.parts().get(p - 1);
                            cells[p] = shape.cell(nodes);
                        }
                        nodes[d] = own;
                        sums.add(new Sum(cells));
                    }
                }
            }
        }
        return sums;
    }

    /// 1 for a part, -1 for the whole.
    static int sign(int member) {
        return member == 0 ? -1 : 1;
    }
}
