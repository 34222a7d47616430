package org.diogel.vault;

/// The keys cannot be used as they are. The message is one sentence for the person who runs
/// Diogel: what is wrong and what to do. It never holds key material.
public final class KeysRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysRefused(String sentence) {
        super(sentence);
    }

    KeysRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
