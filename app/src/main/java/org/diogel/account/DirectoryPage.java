package org.diogel.account;

/// Somebody is about to leave for her agency's directory. @param address the whole address there
public record DirectoryPage(String name, String address) {}
