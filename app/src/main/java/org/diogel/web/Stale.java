package org.diogel.web;

/// Somebody else changed the same thing first: answered with 409, and what was typed is shown again.
public final class Stale extends RuntimeException {
    public Stale() {
        super("Changed by somebody else in the meantime", null, false, false);
    }
}
