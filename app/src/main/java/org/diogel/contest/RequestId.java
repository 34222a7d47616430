package org.diogel.contest;

import java.util.UUID;

/// One request.
public record RequestId(UUID value) {
    static RequestId random() {
        return new RequestId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
