package org.diogel.account;

import org.jspecify.annotations.Nullable;

/// @param email empty when she types it @param ask null where no browser would make a passkey
public record InvitationPage(
        String link, String name, String email, @Nullable PasskeyAsk ask) {}
