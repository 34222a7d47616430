package org.diogel.subjectaccess;

import java.util.Locale;
import java.util.UUID;

/// One time that somebody outside asked for notes. Random; it says nothing.
public record AskedId(UUID value) {

    public String reference() {
        String all = value.toString().toUpperCase(Locale.ROOT);
        return all.substring(0, 4) + "-" + all.substring(4, 8);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
