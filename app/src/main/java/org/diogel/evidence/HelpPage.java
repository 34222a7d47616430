package org.diogel.evidence;

/// What to do with a picture that may show somebody under 18. @param onward where she goes on
public record HelpPage(String onward) {}
