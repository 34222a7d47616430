package org.diogel.consent;

/// What she may agree to, each by itself. Nothing is agreed until she says so.
public enum SharingChoice {
    /// A warning, written by the project, goes to members.
    WARNING,
    /// Numbers and names of accounts can be looked up before a meeting.
    CHECKER,
    /// Compared with other reports of this partnership.
    COMPARE_HERE,
    /// Compared with reports of other partnerships, without showing them.
    COMPARE_ELSEWHERE,
    /// What happened goes to the police without anything about her.
    ANONYMOUS_INTELLIGENCE,
    /// Everything she chose goes to a police force.
    POLICE,
    /// Counted beyond what the project needs to run.
    STATISTICS
}
