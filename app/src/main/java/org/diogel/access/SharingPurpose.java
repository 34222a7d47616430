package org.diogel.access;

/// What agencies may share with each other for, once a protocol that they signed says so. HO §4.16.
public enum SharingPurpose {
    /// Members of one read warnings of the other.
    WARNINGS,
    /// Members of one look up before a meeting what the other lets be looked up.
    CHECKS,
    /// A police force gets what happened without who told it.
    INTELLIGENCE,
    /// A police force gets what a person chose to tell it about herself.
    DETAILS
}
