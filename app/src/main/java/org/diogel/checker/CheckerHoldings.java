package org.diogel.checker;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class CheckerHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("checker.entry", "keyed hashes of what may be looked up"),
                new Holding("checker.budget", "how many looks somebody had, never at what"),
                new Holding("checker.top_up", "who got more looks for a day, and why"),
                new Holding("checker.day", "how many looks all had each day"));
    }
}
