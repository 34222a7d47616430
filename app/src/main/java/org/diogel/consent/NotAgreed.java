package org.diogel.consent;

/// She does not agree, or no longer does: nothing may go. Thrown inside the sending transaction,
/// which rolls back.
public final class NotAgreed extends RuntimeException {
    public NotAgreed() {
        super("There is no agreement to this", null, false, false);
    }
}
