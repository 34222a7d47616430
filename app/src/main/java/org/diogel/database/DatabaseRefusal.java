package org.diogel.database;

/// Diogel cannot or will not use this database. The message is one sentence that says what to do;
/// it never holds a password or a person's data. `exit` is the launcher's exit status: 2 unusable
/// words or input, 3 found unsafe, 4 impossible as asked.
public final class DatabaseRefusal extends RuntimeException {
    private final int exit;

    private DatabaseRefusal(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    static DatabaseRefusal unusable(String sentence) {
        return new DatabaseRefusal(2, sentence);
    }

    public static DatabaseRefusal unsafe(String sentence) {
        return new DatabaseRefusal(3, sentence);
    }

    static DatabaseRefusal impossible(String sentence) {
        return new DatabaseRefusal(4, sentence);
    }

    public int exit() {
        return exit;
    }
}
