package org.diogel.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whom the desk told of a file that may show a child.
public enum Route {
    POLICE,
    IWF,
    BOTH,
    /// Nobody, because the lead found no need to.
    NONE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Route> read(String typed) {
        return Arrays.stream(values()).filter(r -> r.label().equals(typed)).findFirst();
    }
}
