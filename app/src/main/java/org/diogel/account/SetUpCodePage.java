package org.diogel.account;

/// @param state sealed, what was chosen so far @param secret in groups of four
public record SetUpCodePage(String state, String secret, QrPicture picture) {}
