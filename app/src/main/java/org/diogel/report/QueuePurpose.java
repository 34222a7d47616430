package org.diogel.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why somebody of the desk may open what was written; noted with every look.
public enum QueuePurpose {
    WRITE_WARNING,
    OFFER_SUPPORT,
    SAFEGUARDING,
    ANSWER_MESSAGE;

    /// Its name in forms, texts and the audit.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<QueuePurpose> read(String typed) {
        return Arrays.stream(values()).filter(p -> p.label().equals(typed)).findFirst();
    }
}
