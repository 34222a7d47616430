package org.diogel.messages;

/// What cancelling reached.
///
/// @param stopped messages that had not gone and never will
/// @param gone messages that a channel had already taken
public record Cancelled(int stopped, int gone) {}
