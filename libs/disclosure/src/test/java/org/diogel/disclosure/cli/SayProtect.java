package org.diogel.disclosure.cli;

import java.util.List;

/// A program of its own that says `protect`, for tests of what depends on the machine.
final class SayProtect {

    private SayProtect() {}

    public static void main(String[] arguments) {
        System.exit(ProtectWord.run(List.of(arguments), System.out, System.err));
    }
}
