package org.diogel.checker;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class CheckerHoldings implements Holdings {

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "checker.entry",
                        "keyed hashes of what may be looked up",
                        "until the warning ends, the agreement is taken back or the report is erased"),
                new Holding(
                        "checker.budget",
                        "how many looks somebody had, never at what",
                        "two months after the last look"),
                new Holding("checker.top_up", "who got more looks for a day, and why", "two months"),
                new Holding("checker.day", "how many looks all had each day", "ninety days"));
    }
}
