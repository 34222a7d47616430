package org.diogel.account;

/// @param address the whole link, shown this once
public record InvitedPage(String name, String address) {}
