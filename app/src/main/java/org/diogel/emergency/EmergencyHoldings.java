package org.diogel.emergency;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class EmergencyHoldings implements Holdings {

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "emergency.opening",
                        "who opened what in an emergency and why, what she did, what was found; words sealed"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "emergency-reviewed",
                        "SELECT count, oldest, held FROM emergency.due_reviewed(:before)",
                        "SELECT emergency.erase_reviewed(:before, :most)"));
    }
}
