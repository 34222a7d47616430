package org.diogel.emergency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why it cannot wait.
public enum EmergencyWhy {
    LIFE,
    CHILD,
    ASKED,
    OTHER;

    /// Its name in forms, texts and the database.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EmergencyWhy> read(String typed) {
        return Arrays.stream(values()).filter(w -> w.label().equals(typed)).findFirst();
    }
}
