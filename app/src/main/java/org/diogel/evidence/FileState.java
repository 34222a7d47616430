package org.diogel.evidence;

/// How a file stands. The database lets nobody read the bytes of one that is not READY.
public enum FileState {
    /// The desk may open it.
    READY,
    /// The virus scanner gave no answer yet: it becomes READY or INFECTED by itself.
    QUARANTINED,
    /// The virus scanner found something: nobody opens it.
    INFECTED,
    /// It may show a child: sealed for good. Nothing leads back.
    CHILD,
    /// She says that there is one that may show a child; it was never sent.
    WITHHELD
}
