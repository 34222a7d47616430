package org.diogel.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that came after sending.
///
/// @param account who of the desk wrote it, null when she did
/// @param kind ADD but for what she says is something else
/// @param readAt when the other side first read it, null until then
public record Addition(
        UUID id,
        Author author,
        Kind kind,
        @Nullable UUID account,
        String text,
        Instant at,
        @Nullable Instant readAt) {

    static final String ADDED = "added";
    static final String CORRECTED = "corrected";

    /// HOLDER: she. DESK: a message to her. NOTE: a reason, for the desk alone.
    public enum Author {
        HOLDER,
        DESK,
        NOTE
    }

    /// What she says it is: more, an answer to a message, or that something she told is wrong.
    public enum Kind {
        ADD,
        ANSWER,
        CORRECT;

        /// What a form's field said; anything else is more.
        static Kind read(String typed) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(typed))
                    .findFirst()
                    .orElse(ADD);
        }

        /// What it is called where it goes to others, among the fields of the form.
        String field() {
            return this == CORRECT ? CORRECTED : ADDED;
        }

        /// Its name in forms, texts and the database.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether others may have it too: an answer to a message is for the project alone.
    boolean mayGoOn() {
        return author == Author.HOLDER && kind != Kind.ANSWER;
    }

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "Addition[" + author + "]";
    }
}
