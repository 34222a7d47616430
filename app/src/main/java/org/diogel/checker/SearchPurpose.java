package org.diogel.checker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why somebody at a desk looks for a part of a number or plate; noted with every search.
public enum SearchPurpose {
    SAME_PERSON,
    WARN_SOMEBODY,
    SAFEGUARDING,
    OFFER_SUPPORT;

    /// Its name in forms, texts and the audit.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SearchPurpose> read(String typed) {
        return Arrays.stream(values()).filter(p -> p.label().equals(typed)).findFirst();
    }
}
