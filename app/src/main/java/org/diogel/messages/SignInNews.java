package org.diogel.messages;

import org.diogel.account.SignInChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells somebody that she can sign in in another way than before, in the transaction that made it so.
@Component
class SignInNews {
    private final Messages messages;

    SignInNews(Messages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(SignInChanged changed) {
        messages.queue(
                changed.account(), "sign-in-changed", "account", changed.account().value());
    }
}
