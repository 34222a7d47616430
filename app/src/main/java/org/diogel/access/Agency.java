package org.diogel.access;

import java.util.List;
import org.diogel.kernel.AgencyId;

/// @param kind one of [#KINDS]; only a `project` answers reports
public record Agency(AgencyId id, String name, String kind) {

    public static final String PROJECT = "project";

    static final List<String> KINDS =
            List.of(PROJECT, "police", "council", "health", "housing", "probation", "other");

    boolean answers() {
        return kind.equals(PROJECT);
    }
}
