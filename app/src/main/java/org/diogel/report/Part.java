package org.diogel.report;

import java.util.Locale;

/// The parts of what was told, sealed apart.
enum Part {
    ANSWERS,
    NARRATIVE,
    IDENTIFIERS,
    CONTACT;

    /// Its name in the database and in the seal.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
