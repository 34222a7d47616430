package org.diogel.retention;

import java.util.UUID;

public record HoldId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
