package org.diogel.disclosure;

/// What may become of a count.
enum Standing {
    /// It may be shown or hidden.
    OPEN,
    /// The attacker knows it, whatever we do.
    SHOWN,
    /// It is not shown, whatever we do: a primary cell, or one that was never a published cell.
    HIDDEN
}
