package org.diogel.account;

/// What somebody is by trade. It is shown beside her name and permits nothing: see
/// [org.diogel.kernel.Role].
public enum Profession {
    PROJECT_WORKER,
    COMMUNITY_MANAGER,
    FRONT_LINE,
    INVESTIGATOR,
    INTELLIGENCE,
    HEALTH,
    HOUSING,
    SOCIAL_CARE,
    OFFICE,
    OTHER
}
