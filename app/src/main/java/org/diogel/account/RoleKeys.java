package org.diogel.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.diogel.kernel.Role;

/// Message keys of roles and professions.
public final class RoleKeys {
    private RoleKeys() {}

    public static String of(Role role) {
        return "account.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> of(Collection<Role> roles) {
        return roles.stream().sorted().map(RoleKeys::of).toList();
    }

    public static String of(Profession profession) {
        return "account.profession." + profession.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
