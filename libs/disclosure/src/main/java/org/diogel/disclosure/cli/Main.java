package org.diogel.disclosure.cli;

import java.util.List;

/// Where the words of the launcher begin that concern tables. Exit 0 done, 2 unusable words or
/// input, 3 found unsafe, 4 impossible as asked.
public final class Main {

    private Main() {}

    /// @param arguments the word, `protect` or `audit-table`, and what stands behind it
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        int exit;
        if (words.isEmpty()) {
            exit = unknown();
        } else {
            List<String> rest = words.subList(1, words.size());
            exit =
                    switch (words.getFirst()) {
                        case "protect" -> ProtectWord.run(rest, System.out, System.err);
                        case "audit-table" -> AuditWord.run(rest, System.out, System.err);
                        default -> unknown();
                    };
        }
        System.out.flush();
        System.exit(exit);
    }

    private static int unknown() {
        System.err.println("Say protect or audit-table.");
        return 2;
    }
}
