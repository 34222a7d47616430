package org.diogel.audit;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class AuditHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "audit.entry",
                        "who looked at or changed what, when and why; never content",
                        "kept for now; seven years once retention is built"),
                new Holding(
                        "audit.pending",
                        "commitments to rows of the record that wait for their place",
                        "about a second"),
                new Holding(
                        "audit.line",
                        "the order of the record: numbers only",
                        "as long as the record"),
                new Holding(
                        "audit.tile",
                        "hashes of the tree over the record, from which nobody can be told",
                        "as long as the record"),
                new Holding(
                        "audit.checkpoint",
                        "how long the record was at a time, with its root, signed",
                        "as long as the record"));
    }
}
