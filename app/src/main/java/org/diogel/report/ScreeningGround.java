package org.diogel.report;

import java.util.Locale;

/// What somebody of the desk found, and whether it holds the report back. DOMAIN §4.2.
public enum ScreeningGround {
    CHILD(true),
    LIFE(true),
    NEITHER(false);

    final boolean risk;

    ScreeningGround(boolean risk) {
        this.risk = risk;
    }

    /// Its name in forms, texts and the audit.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
