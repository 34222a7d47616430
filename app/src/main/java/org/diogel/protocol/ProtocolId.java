package org.diogel.protocol;

import java.util.UUID;

/// A protocol. Random.
public record ProtocolId(UUID value) {
    public static ProtocolId random() {
        return new ProtocolId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
