package org.diogel.report;

/// Giving somebody a code of her own.
///
/// @param path of the report
/// @param code spaced; empty before it is made
public record OwnCodePage(String path, String code) {}
