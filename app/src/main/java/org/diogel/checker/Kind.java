package org.diogel.checker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be looked up.
public enum Kind {
    PHONE,
    EMAIL,
    VEHICLE,
    HANDLE;

    /// Its name in forms, texts and the audit.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> read(String typed) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(typed)).findFirst();
    }
}
