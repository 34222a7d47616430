package org.diogel.safeguarding;

/// The questions.
///
/// @param path the addresses of what can be done begin with it
/// @param notMet a limb of the test for an adult is not met
/// @param changed another lead was first, or what would go has changed
public record AskPage(String path, Duties.Before before, boolean notMet, boolean changed) {}
