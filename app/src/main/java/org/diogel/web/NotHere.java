package org.diogel.web;

/// Hidden or missing: the page that answers does not say which.
public final class NotHere extends RuntimeException {

    private boolean noted;

    public NotHere() {
        super("Nothing here for this visitor", null, false, false);
    }

    /// True once: one refusal is written down once, however many doors it passes on its way out.
    public boolean isToNote() {
        boolean first = !noted;
        noted = true;
        return first;
    }
}
