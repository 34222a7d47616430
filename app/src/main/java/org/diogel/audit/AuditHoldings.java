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
                        "kept for now; seven years once retention is built"));
    }
}
