package org.diogel.account;

import java.util.Set;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;

/// Somebody who signs in, as colleagues see her.
///
/// @param name as she is called at work
/// @param active false while suspended
/// @param language the one she wants to be written to in
public record AccountView(
        AccountId id,
        AgencyId agency,
        String name,
        Profession profession,
        Set<Role> roles,
        boolean active,
        Lang language) {}
