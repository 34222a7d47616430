package org.diogel.vault;

/// The data key was destroyed, or never existed: what was sealed under it can never be read again.
public final class KeyGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyGone() {
        super("The key of this sealed value is gone");
    }
}
