package org.diogel.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// A percentage as it is printed, of one count of a table in another: it says of each what the
/// other leaves possible. A printed 16 % is anything from 15.5 % to 16.5 %, both included.
///
/// @param cell whose share it is
/// @param base what it is a share of
/// @param printed the number before the sign, with as many decimals as were printed; 0 to 100
public record Percentage(int cell, int base, BigDecimal printed) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @throws IllegalArgumentException when the number is below 0 or above 100
    public Percentage {
        if (printed.signum() < 0 || printed.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("A percentage lies between 0 and 100.");
        }
    }

    /// The least share that is printed so, in per cent.
    BigDecimal least() {
        return printed.subtract(half()).max(BigDecimal.ZERO);
    }

    /// The greatest share that is printed so, in per cent.
    BigDecimal greatest() {
        return printed.add(half()).min(HUNDRED);
    }

    /// Whether a count can be this share of a base.
    public boolean fits(long count, long base) {
        return leastCount(base) <= count && count <= greatestCount(base);
    }

    /// The least count that the share can be when the base is at least this.
    long leastCount(long base) {
        return whole(least().multiply(BigDecimal.valueOf(base)), HUNDRED, RoundingMode.CEILING);
    }

    /// The greatest count that the share can be when the base is at most this.
    long greatestCount(long base) {
        return whole(greatest().multiply(BigDecimal.valueOf(base)), HUNDRED, RoundingMode.FLOOR);
    }

    /// The least base of which a count of at least this can be the share.
    long leastBase(long count) {
        return greatest().signum() == 0
                ? 0
                : whole(
                        BigDecimal.valueOf(count).multiply(HUNDRED),
                        greatest(),
                        RoundingMode.CEILING);
    }

    /// The greatest base of which a count of at most this can be the share; no limit where the
    /// share may be nothing.
    long greatestBase(long count) {
        return least().signum() == 0
                ? Facts.UNLIMITED
                : whole(BigDecimal.valueOf(count).multiply(HUNDRED), least(), RoundingMode.FLOOR);
    }

    private BigDecimal half() {
        return new BigDecimal(BigInteger.valueOf(5), printed.scale() + 1);
    }

    private static long whole(BigDecimal above, BigDecimal below, RoundingMode mode) {
        return above.divide(below, 0, mode)
                .min(BigDecimal.valueOf(Facts.UNLIMITED))
                .longValueExact();
    }
}
