package org.diogel.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param held sealed form that comes along; may be empty
/// @param ended whether a session ended just now
/// @param kept whether `held` is a form somebody filled
/// @param directories agencies' directories one can sign in through
/// @param ask null where no browser would show a passkey
public record SignInPage(
        String held,
        boolean ended,
        boolean kept,
        @Nullable PasskeyAsk ask,
        List<InvitePage.Choice> directories) {}
