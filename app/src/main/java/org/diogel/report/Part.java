package org.diogel.report;

import java.util.Locale;

/// The parts of what was told, sealed apart. EQUALITY lies in a table of its own, which no desk reads.
enum Part {
    ANSWERS,
    NARRATIVE,
    IDENTIFIERS,
    CONTACT,
    EQUALITY;

    /// Its name in the database and in the seal.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
