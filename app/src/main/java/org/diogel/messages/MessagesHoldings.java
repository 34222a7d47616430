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
                        "which account was sent a neutral message, when, about which thing’s id"),
                new Holding(
                        "messages.preference",
                        "areas, ways and quiet hours somebody chose for messages; her number, sealed"),
                new Holding(
                        "messages.number_code",
                        "a telephone number that waits for its code, sealed"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "messages-left",
                        "SELECT count, oldest, held FROM messages.due_left(:before)",
                        "SELECT messages.erase_left(:before, :most)"));
    }
}
