package org.diogel.figures;

/// What a page may say of a count: its value, or that it is not shown. Only [Figures] makes one, so
/// that no page can show a count that nobody looked at. What is hidden is not kept in here either.
public final class Figure {

    private static final long NOT_SHOWN = -1;
    static final Figure HIDDEN = new Figure(NOT_SHOWN);

    private final long value;

    private Figure(long value) {
        this.value = value;
    }

    static Figure of(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("A count is not negative");
        }
        return new Figure(value);
    }

    /// Whether the count is not shown, for its own sake or to protect another.
    public boolean hidden() {
        return value == NOT_SHOWN;
    }

    /// Whether there is something to say: shown, and not 0.
    public boolean some() {
        return value > 0;
    }

    /// @throws IllegalStateException when it is not shown
    public long value() {
        if (hidden()) {
            throw new IllegalStateException("This count is not shown");
        }
        return value;
    }

    /// Digits, or `[c]`: the Government Statistical Service's mark of a confidential count.
    @Override
    public String toString() {
        return hidden() ? "[c]" : Long.toString(value);
    }
}
