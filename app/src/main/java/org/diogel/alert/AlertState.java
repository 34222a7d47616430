package org.diogel.alert;

/// Where a warning stands.
public enum AlertState {
    /// Being written.
    DRAFT,
    /// Waits for a second person.
    PROPOSED,
    /// Members read it.
    PUBLISHED,
    /// A newer one took its place.
    CORRECTED,
    /// Taken back; members see only that.
    WITHDRAWN,
    /// Its time is over.
    EXPIRED;

    public boolean isOpen() {
        return this == DRAFT || this == PROPOSED;
    }
}
