package org.diogel.alert;

import java.util.UUID;

/// A warning. Random.
public record AlertId(UUID value) {
    public static AlertId random() {
        return new AlertId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
