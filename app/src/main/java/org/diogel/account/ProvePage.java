package org.diogel.account;

/// Asks again for something only she has.
///
/// @param held sealed request that goes on afterwards
/// @param kept whether it is a form she filled
public record ProvePage(String held, boolean kept) {}
