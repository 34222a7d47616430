package org.diogel.protocol;

/// Where a protocol stands. Whether a signed one counts now is a matter of its days.
public enum ProtocolState {
    /// Being drawn up and signed.
    DRAFT,
    /// Brought into force, for its days.
    SIGNED,
    /// Ended before its last day.
    ENDED
}
