package org.diogel.subjectaccess;

import java.util.Locale;
import java.util.UUID;

/// One request for a copy. Random; it says nothing.
public record CopyId(UUID value) {

    static CopyId random() {
        return new CopyId(UUID.randomUUID());
    }

    /// Eight characters for talking about it; nothing of whom it is about.
    public String reference() {
        String all = value.toString().toUpperCase(Locale.ROOT);
        return all.substring(0, 4) + "-" + all.substring(4, 8);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
