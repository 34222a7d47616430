package org.diogel.messages;

import java.util.Locale;

/// How a message reaches somebody outside of her pages.
public enum Way {
    MAIL,
    TEXT;

    /// As it stands in tables and message keys.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
