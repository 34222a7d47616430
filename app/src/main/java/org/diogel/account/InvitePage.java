package org.diogel.account;

import java.util.List;

/// The page that asks for a new person.
public record InvitePage(List<Choice> agencies, List<Choice> professions, List<Choice> roles) {
    public record Choice(String value, String text) {}
}
