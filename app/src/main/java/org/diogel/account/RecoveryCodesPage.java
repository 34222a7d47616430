package org.diogel.account;

import java.util.List;

/// @param codes shown this once @param next where to go on
public record RecoveryCodesPage(List<String> codes, String next) {}
