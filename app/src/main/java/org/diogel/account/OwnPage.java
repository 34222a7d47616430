package org.diogel.account;

import java.util.List;

/// @param byPassword whether she has a password and codes @param profession message key @param roles message keys @param language tag @param saved message key of what was just done, or ""
public record OwnPage(
        String name,
        String email,
        String agency,
        String profession,
        List<String> roles,
        boolean byPassword,
        int recoveryCodesLeft,
        List<Link> directories,
        String language,
        String saved) {

    /// A directory of her agency. @param linked whether she signs in through it
    public record Link(String key, String name, boolean linked) {}
}
