package org.diogel.report;

/// Something else than telling that a visitor may have come for: a later feature puts it on the first
/// page.
///
/// @param order smaller comes first
/// @param path of a public page of ours
/// @param key message key of its text
public record StartLink(int order, String path, String key) {}
