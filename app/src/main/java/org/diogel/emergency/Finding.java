package org.diogel.emergency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an officer found.
public enum Finding {
    RIGHT,
    PARTLY,
    WRONG;

    /// Its name in forms, texts and the database.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Finding> read(String typed) {
        return Arrays.stream(values()).filter(f -> f.label().equals(typed)).findFirst();
    }
}
