package org.diogel.kernel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of what is held about somebody, unsealed for a copy of it.
///
/// @param table where it lies
/// @param known whether the subject wrote it, or was told it already
/// @param at when it came to be, where that is known
public record Held(String table, Whose whose, boolean known, @Nullable Instant at, List<Line> lines) {

    /// Whose data a piece is. RESERVED: what another rule keeps from the subject, such as a place whose
    /// telling would be unsafe.
    public enum Whose {
        HERS,
        ANOTHERS,
        WORKERS,
        RESERVED
    }

    /// @param field a word for what it is; answers of the form are called `form.<field>`
    /// @param values words as typed, options by their names, times in ISO form, agencies by their ids
    public record Line(String field, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }

        public static Line of(String field, String value) {
            return new Line(field, List.of(value));
        }

        @Override
        public String toString() {
            return field;
        }
    }

    public Held {
        lines = List.copyOf(lines);
    }

    /// Whether giving it is what is proposed: what is hers, and what she said or knows herself.
    public boolean isForGiving() {
        return whose == Whose.HERS || known && whose != Whose.RESERVED;
    }

    /// Says nothing of what is in it.
    @Override
    public String toString() {
        return "Held[" + table + "]";
    }
}
