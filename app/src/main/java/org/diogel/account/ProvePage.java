package org.diogel.account;

/// Asks again for something only she has. @param action where it is sent @param key of the page's
/// texts: `.title` and `.what`
public record ProvePage(String action, String key) {}
