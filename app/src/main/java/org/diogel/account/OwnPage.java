package org.diogel.account;

import java.util.List;

/// @param roles message keys @param language tag @param saved message key of what was just done, or ""
public record OwnPage(
        String name,
        String email,
        String agency,
        List<String> roles,
        int recoveryCodesLeft,
        String language,
        String saved) {}
