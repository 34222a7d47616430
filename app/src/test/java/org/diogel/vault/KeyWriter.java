package org.diogel.vault;

import java.nio.file.Path;
import java.time.Clock;

/// A program that makes keys with four threads and prints each id once it was handed out, until it
/// is killed.
final class KeyWriter {
    private KeyWriter() {}

    public static void main(String[] args) {
        KeyRing ring = KeyRing.load(Path.of(args[0]), true);
        KeyStore store = KeyStore.open(Path.of(args[1]), ring, Clock.systemUTC());
        for (int t = 0; t < 4; t++) {
            Thread.ofPlatform().start(() -> write(store));
        }
    }

    private static void write(KeyStore store) {
        while (true) {
            String line = store.newKey().value() + "\n";
            System.out.print(line);
            System.out.flush();
        }
    }
}
