package org.diogel;

import java.util.Arrays;
import java.util.Optional;

/// The words of the launcher that need Java.
enum Word {
    DEMO("demo"),
    DEV("dev"),
    SERVE("serve"),
    KEYS("keys"),
    INVITE("invite"),
    BACKUP("backup"),
    RESTORE("restore"),
    VERIFY_BACKUP("verify-backup"),
    LEDGER("ledger");

    private final String said;

    Word(String said) {
        this.said = said;
    }

    static Optional<Word> find(String said) {
        return Arrays.stream(values()).filter(word -> word.said.equals(said)).findFirst();
    }
}
