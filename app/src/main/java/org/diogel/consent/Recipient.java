package org.diogel.consent;

/// Somebody who could be told.
///
/// @param id such as `members`
/// @param connected whether anything can reach them here: what is not connected is explained and
///     cannot be ticked, so that nothing is promised that is not true
public record Recipient(String id, SharingChoice choice, boolean connected) {}
