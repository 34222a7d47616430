package org.diogel.alert;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class AlertHoldings implements Holdings {

    private static final String ENDED =
            "kept for now; six years after the warning ended once retention is built";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("alert.alert", "state, area, audience and times of warnings", ENDED),
                new Holding(
                        "alert.content",
                        "the text of warnings, sealed",
                        "until the report is erased, or a year after it ended where it comes from none"),
                new Holding(
                        "alert.event",
                        "what was done to a warning, by whom",
                        ENDED + "; reasons until the report is erased"),
                new Holding("alert.approval", "who agreed to publish", ENDED),
                new Holding("alert.reading", "which member opened a warning", ENDED));
    }
}
