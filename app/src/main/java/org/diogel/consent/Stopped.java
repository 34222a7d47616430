package org.diogel.consent;

import java.time.Instant;

/// Something that did not go, or goes no further, because she took back.
///
/// @param what `unpublished`: a warning nobody had seen; `published`: one that members could see;
///     `prepared`: what was ready for somebody and not opened; `asked-back`: they had it and were asked to
///     delete it; `look-up`: what could be looked up
/// @param recipient id of whom it was for
/// @param messages how many messages about it had not gone and never go
public record Stopped(String what, String recipient, int messages, Instant at) {}
