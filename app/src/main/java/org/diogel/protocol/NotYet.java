package org.diogel.protocol;

/// It cannot be brought into force: something is lacking, or the one who asks drew it up alone.
final class NotYet extends RuntimeException {
    NotYet() {
        super("Not ready to be brought into force", null, false, false);
    }
}
