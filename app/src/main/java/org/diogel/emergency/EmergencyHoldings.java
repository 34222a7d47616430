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
                        "who opened what in an emergency and why, what she did, what was found; words sealed",
                        "words: as the report; the row: seven years after it was reviewed"));
    }
}
