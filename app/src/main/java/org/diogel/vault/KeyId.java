package org.diogel.vault;

import java.util.UUID;

/// The name of a data key: random, says nothing about what is sealed under it.
public record KeyId(UUID value) {
    static KeyId random() {
        return new KeyId(UUID.randomUUID());
    }
}
