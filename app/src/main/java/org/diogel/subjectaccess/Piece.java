package org.diogel.subjectaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.Held;
import org.jspecify.annotations.Nullable;

/// One piece of what is held, and what was decided about it.
///
/// @param held null once the copy has ended
/// @param proposed whether to give it is proposed
/// @param given null while nothing is decided
/// @param struck numbers of the parts that are left out, see [#parts]
public record Piece(
        UUID id,
        int number,
        String source,
        Held.Whose whose,
        boolean proposed,
        @Nullable Held held,
        @Nullable Boolean given,
        List<Integer> struck,
        @Nullable String exemption,
        @Nullable UUID decidedBy) {

    static final String ADDED = "added";

    /// @param number from 1, over all lines @param field of its line
    public record Part(int number, String field, String text) {}

    public Piece {
        struck = List.copyOf(struck);
    }

    public boolean isDecided() {
        return given != null;
    }

    boolean isGiven() {
        return Boolean.TRUE.equals(given);
    }

    boolean isWithheldSomehow() {
        return isDecided() && (!isGiven() || !struck.isEmpty());
    }

    /// What can be left out by itself: every answer, and every sentence of long words.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (held != null) {
            for (Held.Line line : held.lines()) {
                for (String value : line.values()) {
                    for (String text : sentences(line.field(), value)) {
                        parts.add(new Part(parts.size() + 1, line.field(), text));
                    }
                }
            }
        }
        return parts;
    }

    private static List<String> sentences(String field, String value) {
        return field.endsWith("words") || field.equals("reason")
                ? List.of(value.strip().split("(?<=[.!?])\\s+|\\n+"))
                : List.of(value);
    }

    /// Says nothing of what is in it.
    @Override
    public String toString() {
        return "Piece[" + number + "]";
    }
}
