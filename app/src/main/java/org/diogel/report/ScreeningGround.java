package org.diogel.report;

import java.util.Locale;

/// What the safeguarding lead found, and what follows from it. DOMAIN §4.2.
public enum ScreeningGround {
    CHILD(ScreeningDecision.HOLD),
    LIFE(ScreeningDecision.HOLD),
    NEITHER(ScreeningDecision.RELEASE);

    final ScreeningDecision decision;

    ScreeningGround(ScreeningDecision decision) {
        this.decision = decision;
    }

    /// Its name in forms, texts and the audit.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
