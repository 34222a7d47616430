package org.diogel.demo;

import java.util.List;

/// @param secondsLeft until every code changes, 1 to 30
public record PeoplePage(String warning, String password, long secondsLeft, List<Row> rows) {

    /// @param code six digits, in threes
    public record Row(String name, String roles, String agency, String email, String code) {}
}
