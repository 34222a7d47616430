package org.diogel.web;

/// What was sent with a file cannot be read, or ended in the middle: answered with 400. It is an
/// [IllegalStateException] as the container's own of a garbled form are.
public final class UploadBroken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UploadBroken() {
        super("What was sent cannot be read");
    }
}
