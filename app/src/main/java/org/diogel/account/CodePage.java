package org.diogel.account;

/// @param step sealed proof of the password @param held sealed form that comes along; may be empty
public record CodePage(String step, String held) {}
