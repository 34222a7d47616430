package org.diogel.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param directories of her agency, through which she may join
/// @param email empty when she types it @param ask null where no browser would make a passkey
public record InvitationPage(
        String link,
        String name,
        String email,
        @Nullable PasskeyAsk ask,
        List<InvitePage.Choice> directories) {}
