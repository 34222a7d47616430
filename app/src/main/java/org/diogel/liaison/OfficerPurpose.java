package org.diogel.liaison;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an officer opens what was given; noted with every look and shown to her.
enum OfficerPurpose {
    INVESTIGATE,
    INTELLIGENCE,
    KEEP_SAFE,
    ANSWER_DESK;

    /// Its name in forms, texts and the audit.
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OfficerPurpose> read(String typed) {
        return Arrays.stream(values()).filter(p -> p.label().equals(typed)).findFirst();
    }
}
