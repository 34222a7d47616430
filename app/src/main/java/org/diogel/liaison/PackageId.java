package org.diogel.liaison;

import java.util.UUID;

/// A package. Random; it stands in staff addresses and says nothing.
public record PackageId(UUID value) {
    public static PackageId random() {
        return new PackageId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
