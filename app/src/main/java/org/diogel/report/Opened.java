package org.diogel.report;

import java.util.List;

/// A report unsealed for one look, which is written down.
///
/// @param enclosed what later features keep with it
public record Opened(QueueItem item, Answers answers, List<Addition> additions, List<Enclosed> enclosed) {

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Opened[" + item.reference() + "]";
    }
}
