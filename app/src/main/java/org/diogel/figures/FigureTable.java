package org.diogel.figures;

import java.util.List;
import org.diogel.disclosure.Shape;

/// A protected table.
///
/// @param shape what it is broken down by
/// @param cells a figure for every cell, in the shape's order
public record FigureTable(Shape shape, List<Figure> cells) {
    public FigureTable {
        cells = List.copyOf(cells);
    }

    /// The figure at one node of every dimension.
    public Figure at(int... nodes) {
        return cells.get(shape.cell(nodes));
    }
}
