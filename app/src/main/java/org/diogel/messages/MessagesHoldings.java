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
                        "one year after it was sent or given up"),
                new Holding(
                        "messages.preference",
                        "areas, ways and quiet hours somebody chose for messages; her number, sealed",
                        "as long as the account; the number until she removes it"),
                new Holding(
                        "messages.number_code",
                        "a telephone number that waits for its code, sealed",
                        "half an hour; a nightly sweep removes it"));
    }
}
