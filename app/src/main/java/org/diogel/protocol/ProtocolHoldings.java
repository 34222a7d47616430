package org.diogel.protocol;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class ProtocolHoldings implements Holdings {

    private static final String KEPT =
            "kept for now; seven years after it ends once retention is built";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("protocol.protocol", "what each information-sharing protocol says", KEPT),
                new Holding("protocol.party", "its parties and who signed for them", KEPT),
                new Holding("protocol.event", "what was done with it and by whom", KEPT));
    }
}
