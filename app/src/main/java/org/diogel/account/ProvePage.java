package org.diogel.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks again for something only she has.
///
/// @param held sealed request that goes on afterwards
/// @param kept whether it is a form she filled
/// @param byCode whether she has codes @param ask null when she has no passkey that works here
/// @param directories of her agency that she is linked to
public record ProvePage(
        String held,
        boolean kept,
        boolean byCode,
        @Nullable PasskeyAsk ask,
        List<OwnPage.Link> directories) {}
