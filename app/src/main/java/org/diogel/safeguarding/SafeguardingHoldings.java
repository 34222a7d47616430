package org.diogel.safeguarding;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class SafeguardingHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "safeguarding.duty",
                        "that a report was passed on for somebody’s safety, on what ground"),
                new Holding("safeguarding.event", "what came of that, written by whom"),
                new Holding(
                        "safeguarding.words",
                        "what was passed, why, and what was noted, sealed"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "safeguarding-closed",
                        "SELECT count, oldest, held FROM safeguarding.due_closed(:before)",
                        "SELECT safeguarding.erase_closed(:before, :most)"));
    }
}
