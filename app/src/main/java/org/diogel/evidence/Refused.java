package org.diogel.evidence;

/// A file was not taken. Carries nothing of it.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal why;

    Refused(Refusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
