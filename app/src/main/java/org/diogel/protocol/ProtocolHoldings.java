package org.diogel.protocol;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class ProtocolHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("protocol.protocol", "what each information-sharing protocol says"),
                new Holding("protocol.party", "its parties and who signed for them"),
                new Holding("protocol.event", "what was done with it and by whom"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "protocol-ended",
                        "SELECT count, oldest, held FROM protocol.due_ended(:before)",
                        "SELECT protocol.erase_ended(:before, :most)"));
    }
}
