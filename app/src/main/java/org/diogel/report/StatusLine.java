package org.diogel.report;

import java.time.Instant;
import java.util.List;

/// One thing that became of a report, as she is told it.
///
/// @param key message key of one sentence; it may use `{when}`, the date of `at`
/// @param arguments further arguments of the text: name, value, name, value; never a person's name
public record StatusLine(Instant at, String key, List<Object> arguments) {}
