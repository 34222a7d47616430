package org.diogel.web;

/// Hidden or missing: the page that answers does not say which.
public final class NotHere extends RuntimeException {
    public NotHere() {
        super("Nothing here for this visitor", null, false, false);
    }
}
