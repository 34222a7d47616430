package org.diogel.account;

import java.util.EnumSet;
import java.util.Set;
import org.diogel.kernel.Role;

/// Which roles exclude each other, and whose yes counts for somebody new. The table says the first
/// again.
final class RoleRules {
    private static final Set<Role> SEE_CASES =
            EnumSet.of(
                    Role.SAFEGUARDING_LEAD,
                    Role.MODERATOR,
                    Role.CASEWORKER,
                    Role.COORDINATOR,
                    Role.POLICE_LIAISON,
                    Role.MEMBER,
                    Role.ATTENDEE);
    private static final Set<Role> CONFIRM =
            EnumSet.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD);

    private RoleRules() {}

    /// False for an administrator who would see cases.
    static boolean fit(Set<Role> roles) {
        return !roles.contains(Role.ADMINISTRATOR) || roles.stream().noneMatch(SEE_CASES::contains);
    }

    static boolean mayConfirm(Set<Role> roles) {
        return roles.stream().anyMatch(CONFIRM::contains);
    }
}
