package org.diogel.alert;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class AlertHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("alert.alert", "state, area, audience and times of warnings"),
                new Holding("alert.content", "the text of warnings, sealed"),
                new Holding("alert.event", "what was done to a warning, by whom"),
                new Holding("alert.approval", "who agreed to publish"),
                new Holding("alert.reading", "which member opened a warning"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "alert-ended",
                        "SELECT count, oldest, held FROM alert.due_ended(:before)",
                        "SELECT alert.erase_ended(:before, :most)"));
    }
}
