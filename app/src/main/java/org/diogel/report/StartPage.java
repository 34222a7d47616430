package org.diogel.report;

/// The first page: the same for everybody.
public record StartPage() {}
