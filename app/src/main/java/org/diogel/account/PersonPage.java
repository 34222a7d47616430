package org.diogel.account;

import java.util.List;

/// Somebody whose roles and profession an administrator changes.
public record PersonPage(
        String id,
        String name,
        String agency,
        int version,
        List<InvitePage.Choice> professions,
        List<InvitePage.Choice> roles) {}
