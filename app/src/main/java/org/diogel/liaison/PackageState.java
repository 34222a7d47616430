package org.diogel.liaison;

import java.util.Locale;

/// Where a package stands.
public enum PackageState {
    /// In the list of a force's officers; nobody has opened it.
    SENT,
    /// An officer has opened it: they have it.
    OPENED,
    /// Nobody receives it here: somebody of the desk has to hand it over.
    TO_HAND,
    /// Somebody of the desk took the paper: it may have gone and counts as gone.
    PRINTED,
    /// Handed over.
    HANDED,
    /// Taken back before anybody outside had it.
    TAKEN_BACK;

    /// Whether the recipient has it, or may have it.
    public boolean hasGone() {
        return this == OPENED || this == PRINTED || this == HANDED;
    }

    /// Its name in texts.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
