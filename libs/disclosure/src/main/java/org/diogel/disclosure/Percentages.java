package org.diogel.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Percentages that say nothing new: worked out from published numbers alone, so that anybody could
/// have worked them out and nobody learns anything from them. Where counts are rounded, so are both
/// the part and the base; where either is hidden, so is the percentage.
public final class Percentages {

    private Percentages() {}

    /// What share of a base a part is.
    ///
    /// @param part a published count, or [Release#HIDDEN]
    /// @param base a published count, or [Release#HIDDEN]
    /// @param decimals how many places after the point, at least 0; halves are rounded up
    /// @return nothing when one of the two is hidden or the base is 0
    /// @throws IllegalArgumentException when a number is less than 0 and not hidden
    public static Optional<BigDecimal> of(long part, long base, int decimals) {
        if (part < Release.HIDDEN || base < Release.HIDDEN || decimals < 0) {
            throw new IllegalArgumentException("A percentage is of two counts of at least 0.");
        }
        if (part == Release.HIDDEN || base == Release.HIDDEN || base == 0) {
            return Optional.empty();
        }
        return Optional.of(
                BigDecimal.valueOf(part)
                        .scaleByPowerOfTen(2)
                        .divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP));
    }

    /// The share of every cell in the whole of one dimension, at the same codes of the others.
    ///
    /// @param release a table as it is published
    /// @param dimension which dimension's root is the base
    /// @param decimals as above
    /// @return one for every cell, in the release's order
    public static List<Optional<BigDecimal>> along(Release release, int dimension, int decimals) {
        Shape shape = release.shape();
        int stride = shape.stride(dimension);
        int block = stride * shape.dimensions().get(dimension).size();
        List<Optional<BigDecimal>> shares = new ArrayList<>();
        for (int cell = 0; cell < shape.cells(); cell++) {
            int base = cell / block * block + cell % stride;
            shares.add(of(release.values()[cell], release.values()[base], decimals));
        }
        return shares;
    }
}
