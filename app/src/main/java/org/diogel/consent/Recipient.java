package org.diogel.consent;

/// Somebody who can be told.
///
/// @param id such as `members`
/// @param used whether anything is done with her yes already; where nothing is, the page says so
///     beside the box, so that nothing is promised that is not true
public record Recipient(String id, SharingChoice choice, boolean used) {}
