package org.diogel.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What was done about something she said is wrong. What was there before stays beside it, whichever it is.
///
/// @param addition what she wrote
/// @param answer the message that answers it
record Correction(UUID addition, Outcome outcome, UUID answer, Instant at) {

    /// MENDED: what was made from it was put right. BESIDE: her view stands beside what we hold.
    enum Outcome {
        MENDED,
        BESIDE;

        /// Its name in forms, texts and the database.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Outcome> read(String typed) {
            return Arrays.stream(values()).filter(o -> o.label().equals(typed)).findFirst();
        }
    }
}
