package org.diogel.account;

import java.time.Instant;
import java.util.List;

/// @param saved message key of what was just done, or ""
public record SessionsPage(List<Mine> mine, String saved) {

    /// @param token names it in the form @param browser message key @param here the one that shows this page
    public record Mine(String token, String browser, Instant since, Instant used, boolean here) {}
}
