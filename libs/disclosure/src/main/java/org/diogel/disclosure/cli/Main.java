package org.diogel.disclosure.cli;

import java.util.List;

/// Where the words of the launcher begin that concern tables. Exit 0 done, 2 unusable words or
/// input, 3 found unsafe, 4 impossible as asked.
public final class Main {

    private Main() {}

    /// @param arguments the word, `protect` or `audit-table`, and what stands behind it
    public static void main(String[] arguments) {
        int exit;
        try {
            exit = run(List.of(arguments));
        } catch (OutOfMemoryError e) {
            System.err.println("This table is too large for the memory of this machine.");
            exit = 4;
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.err.println("This should not happen; the lines above say where it did.");
            exit = 4;
        }
        System.out.flush();
        System.exit(exit);
    }

    private static int run(List<String> words) {
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "protect" -> {
                if (rest.contains("--help")) {
                    System.out.print(ProtectHelp.TEXT);
                    yield 0;
                }
                yield ProtectWord.run(rest, System.out, System.err);
            }
            case "audit-table" -> AuditWord.run(rest, System.out, System.err);
            default -> {
                System.err.println("Say protect or audit-table.");
                yield 2;
            }
        };
    }
}
