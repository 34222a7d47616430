package org.diogel.messages;

/// Whoever carries messages will never take this one: trying again is in vain.
final class Refused extends RuntimeException {
    Refused() {
        super("The message was refused", null, false, false);
    }
}
