package org.diogel.govuk;

/// A word such as "or" between choices.
public record Divider(String text) implements ListedChoice {

    public static Divider of(String text) {
        return new Divider(text);
    }
}
