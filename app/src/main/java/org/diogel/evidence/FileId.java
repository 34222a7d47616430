package org.diogel.evidence;

import java.util.UUID;

/// A file. Random; it stands in staff addresses and says nothing.
public record FileId(UUID value) {
    static FileId random() {
        return new FileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
