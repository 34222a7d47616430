package org.diogel.contest;

/// Where a request stands.
public enum RequestState {
    /// The month runs.
    RECEIVED,
    /// Waits until we know who asks; the month does not run.
    IDENTITY,
    /// Answered; whoever asked can still add something.
    ANSWERED
}
