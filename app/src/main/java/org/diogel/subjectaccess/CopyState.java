package org.diogel.subjectaccess;

/// How a request stands. IDENTITY: the month waits until we know who asks. GATHERED: pieces lie there to
/// be decided. MADE: the copy can be handed over.
public enum CopyState {
    RECEIVED,
    IDENTITY,
    GATHERED,
    MADE,
    ENDED
}
