package org.diogel.retention;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why something must stay.
public enum HoldGround {
    COURT,
    POLICE,
    INQUIRY,
    CLAIM,
    OTHER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HoldGround> find(String label) {
        return Arrays.stream(values()).filter(ground -> ground.label().equals(label)).findFirst();
    }
}
