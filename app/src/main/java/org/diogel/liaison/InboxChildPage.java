package org.diogel.liaison;

/// Saying of a file that was passed on that it may show somebody under 18.
///
/// @param path of this form
/// @param back to the message it came with
public record InboxChildPage(String path, String back) {}
