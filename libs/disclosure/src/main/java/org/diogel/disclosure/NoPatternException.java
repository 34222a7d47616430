package org.diogel.disclosure;

/// No pattern of blanks protects: what has to be shown gives a primary cell away.
public final class NoPatternException extends Exception {

    public NoPatternException(String message) {
        super(message);
    }
}
