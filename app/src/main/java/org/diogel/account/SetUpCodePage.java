package org.diogel.account;

import gg.jte.Content;

/// @param state sealed, what was chosen so far @param secret in groups of four @param picture QR code
public record SetUpCodePage(String state, String secret, Content picture) {}
