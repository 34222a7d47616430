package org.diogel.report;

/// Where a report stands. That sharing was stopped or that it is being erased is said beside it
/// ([QueueItem]): neither undoes what the state says.
public enum ReportState {
    /// Being written; nobody but its holder knows of it.
    DRAFT,
    /// Sent; a child or a life may be at risk, so nothing goes on before the safeguarding lead decides.
    WAITING,
    /// The safeguarding lead decided that nothing goes on.
    HELD,
    /// With the desk.
    SENT,
    /// The desk is done with it.
    CLOSED
}
