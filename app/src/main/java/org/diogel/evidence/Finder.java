package org.diogel.evidence;

import java.util.Locale;

/// Who found that a file may show a child.
public enum Finder {
    /// Somebody of the desk.
    DESK,
    /// Whoever sent it.
    HER,
    /// An officer who was given it.
    POLICE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
