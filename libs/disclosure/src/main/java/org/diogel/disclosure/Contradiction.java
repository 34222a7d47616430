package org.diogel.disclosure;

/// Published tables that no counts of people can be behind: something does not add up, or no whole
/// numbers of at least 0 fit. The message is a sentence that names the total.
public final class Contradiction extends Exception {
    private static final long serialVersionUID = 1;

    Contradiction(String sentence) {
        super(sentence);
    }
}
