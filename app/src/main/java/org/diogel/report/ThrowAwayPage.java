package org.diogel.report;

/// Whether to throw a draft away. @param whose the report's mark
public record ThrowAwayPage(String whose) {}
