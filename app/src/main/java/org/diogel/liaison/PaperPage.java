package org.diogel.liaison;

import org.jspecify.annotations.Nullable;

/// What somebody of the desk hands over.
///
/// @param reading null where a published warning goes, which has a page of its own
public record PaperPage(PackageRow row, Inbox.@Nullable Reading reading) {}
