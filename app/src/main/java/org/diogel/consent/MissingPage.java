package org.diogel.consent;

import java.util.List;

/// @param missing a sentence each; none when people may begin to tell
public record MissingPage(List<String> missing) {}
