package org.diogel.kernel;

/// What somebody who signs in may do. It is a permission, not a profession: a nurse and a housing
/// officer may both be caseworkers. The administrator sees no cases.
public enum Role {
    ADMINISTRATOR,
    DATA_PROTECTION_OFFICER,
    SAFEGUARDING_LEAD,
    MODERATOR,
    CASEWORKER,
    COORDINATOR,
    POLICE_LIAISON,
    MEMBER,
    ATTENDEE,
    ANALYST
}
