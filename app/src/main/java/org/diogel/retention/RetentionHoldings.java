package org.diogel.retention;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class RetentionHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("retention.rule", "which rules may erase"),
                new Holding("retention.run", "how many each night erased"),
                new Holding("retention.hold", "what may not be erased, and why, sealed"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "retention-hold",
                        "SELECT count, oldest, held FROM retention.due_holds(:before)",
                        """
                        WITH gone AS (
                            DELETE FROM retention.hold WHERE id IN (
                                SELECT id FROM retention.hold WHERE ended_at < :before ORDER BY id LIMIT :most)
                            RETURNING 1)
                        SELECT count(*)::int FROM gone
                        """),
                new Expiry(
                        "retention-run",
                        "SELECT count(*) AS count, min(at) AS oldest, 0 AS held FROM retention.run WHERE at < :before",
                        """
                        WITH gone AS (
                            DELETE FROM retention.run WHERE number IN (
                                SELECT number FROM retention.run WHERE at < :before ORDER BY number LIMIT :most)
                            RETURNING 1)
                        SELECT count(*)::int FROM gone
                        """));
    }
}
