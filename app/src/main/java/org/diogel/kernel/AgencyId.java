package org.diogel.kernel;

import java.util.UUID;

/// An agency of the partnership: a project, a force, a council, a health board.
public record AgencyId(UUID value) {
    public static AgencyId of(String text) {
        return new AgencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
