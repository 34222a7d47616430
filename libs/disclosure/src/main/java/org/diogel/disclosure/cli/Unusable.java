package org.diogel.disclosure.cli;

/// Words or a file that nothing can be done with: exit 2. The message is a sentence for the person
/// who gave them.
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
        super(sentence, null, false, false);
    }
}
