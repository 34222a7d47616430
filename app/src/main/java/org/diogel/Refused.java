package org.diogel;

/// The launcher's word cannot be done. The message is one sentence that says what to do.
final class Refused extends RuntimeException {
    private final int exit;

    private Refused(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    static Refused words(String sentence) {
        return new Refused(2, sentence);
    }

    static Refused impossible(String sentence) {
        return new Refused(4, sentence);
    }

    int exit() {
        return exit;
    }
}
