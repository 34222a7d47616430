package org.diogel.disclosure.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The word `protect`, said in a folder of its own: every argument that names a file is taken to be
/// in it.
final class Protecting {

    private final Path folder;
    private final Set<String> inputs = new HashSet<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Protecting(Path folder) {
        this.folder = folder;
    }

    void file(String name, String text) throws IOException {
        inputs.add(name);
        Files.writeString(folder.resolve(name), text);
    }

    /// With `--out out.csv --proof proof.json` behind the words.
    int run(String words) {
        return bare(words + " --out out.csv --proof proof.json");
    }

    int bare(String words) {
        out.reset();
        err.reset();
        List<String> all =
                Stream.of(words.split(" "))
                        .map(w -> w.matches(".+\\.(csv|json)") ? folder.resolve(w).toString() : w)
                        .toList();
        return ProtectWord.run(all, print(out), print(err));
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /// The files there are besides those that were put there.
    List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> !inputs.contains(f))
                    .sorted()
                    .toList();
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
