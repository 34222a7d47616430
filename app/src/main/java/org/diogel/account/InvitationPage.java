package org.diogel.account;

/// @param email where the link was sent; empty when she types her own
public record InvitationPage(String link, String name, String email) {}
