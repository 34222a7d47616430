package org.diogel.account;

/// @param held sealed form that comes along; may be empty
/// @param ended whether a session ended just now
/// @param kept whether `held` is a form somebody filled
public record SignInPage(String held, boolean ended, boolean kept) {}
