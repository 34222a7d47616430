package org.diogel.safeguarding;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class SafeguardingHoldings implements Holdings {

    private static final String ENDED =
            "kept for now; seven years after it is closed once retention is built";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "safeguarding.duty",
                        "that a report was passed on for somebody’s safety, on what ground",
                        ENDED),
                new Holding("safeguarding.event", "what came of that, written by whom", ENDED),
                new Holding(
                        "safeguarding.words",
                        "what was passed, why, and what was noted, sealed",
                        "until the report is erased"));
    }
}
