package org.diogel.vault;

/// The sealed bytes were changed, cut, moved to another place, or sealed under another key.
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken() {
        super("This sealed value does not open here");
    }
}
