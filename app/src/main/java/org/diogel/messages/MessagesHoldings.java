package org.diogel.messages;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class MessagesHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "messages.delivery",
                        "which account was sent a neutral message, when, about which thing’s id",
                        "one year after it was sent or given up"));
    }
}
