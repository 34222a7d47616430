package org.diogel.checker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a member gets more checks for a day; written down with it.
public enum TopUpReason {
    MANY_CONTACTS,
    THREATENED,
    MISTYPED,
    OTHER;

    /// Its name in forms, texts and the database.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TopUpReason> read(String typed) {
        return Arrays.stream(values()).filter(r -> r.label().equals(typed)).findFirst();
    }
}
