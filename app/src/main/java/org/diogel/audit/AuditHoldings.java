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
                        "who looked at or changed what, when and why; never content"),
                new Holding(
                        "audit.pending",
                        "commitments to rows of the record that wait for their place"),
                new Holding("audit.line", "the order of the record: numbers only"),
                new Holding(
                        "audit.tile",
                        "hashes of the tree over the record, from which nobody can be told"),
                new Holding(
                        "audit.checkpoint",
                        "how long the record was at a time, with its root, signed"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "audit-person",
                        "SELECT count, oldest, held FROM audit.due_persons(:before)",
                        "SELECT audit.erase_persons(:before, :most)"));
    }
}
