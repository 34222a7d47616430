package org.diogel.evidence;

/// What may be sent. @param file megabytes of one @param files how many @param report megabytes of
/// all of them together
public record Limits(int file, int files, int report) {}
