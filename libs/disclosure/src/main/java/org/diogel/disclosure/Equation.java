package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A whole and what it is the sum of: everything an attacker can reason with. Indices are those of
/// a shape's cells or of a [CellSystem]'s.
///
/// @param whole the cell that is the sum
/// @param parts the cells it is the sum of, at least one
public record Equation(int whole, int[] parts) {

    /// All equations of a shape: each split of each dimension, at each combination of the others.
    public static List<Equation> of(Shape shape) {
        List<Equation> equations = new ArrayList<>();
        int cells = shape.cells();
        for (int d = 0; d < shape.dimensions().size(); d++) {
            Dimension dimension = shape.dimensions().get(d);
            int stride = shape.stride(d);
            int block = stride * dimension.size();
            for (Dimension.Split split : dimension.splits()) {
                int[] offsets = split.parts().stream().mapToInt(p -> p * stride).toArray();
                for (int from = 0; from < cells; from += block) {
                    for (int i = from; i < from + stride; i++) {
                        int[] parts = new int[offsets.length];
                        for (int p = 0; p < parts.length; p++) {
                            parts[p] = i + offsets[p];
                        }
                        equations.add(new Equation(i + split.whole() * stride, parts));
                    }
                }
            }
        }
        return equations;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Equation e && whole == e.whole && Arrays.equals(parts, e.parts);
    }

    @Override
    public int hashCode() {
        return 31 * whole + Arrays.hashCode(parts);
    }

    @Override
    public String toString() {
        return whole + " = " + Arrays.toString(parts);
    }
}
