package org.diogel.disclosure.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Files that are written all or not at all: each under a temporary name in its own folder, and
/// renamed when everything has succeeded.
final class Outputs implements AutoCloseable {

    /// Writes one file's bytes.
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    private record Waiting(Path made, Path file) {}

    private final List<Waiting> waiting = new ArrayList<>();

    /// Refuses outputs that would overwrite an input or each other.
    ///
    /// @throws Unusable naming the file
    static void check(List<Path> inputs, List<Path> outputs) {
        Map<Path, Path> known = new HashMap<>();
        for (Path input : inputs) {
            known.put(real(input), input);
        }
        List<Path> written = new ArrayList<>();
        for (Path output : outputs) {
            Path real = real(output);
            if (known.containsKey(real)) {
                throw new Unusable(
                        "The output "
                                + output
                                + " would overwrite an input; give it another name.");
            }
            if (written.contains(real)) {
                throw new Unusable("Two outputs are called " + output + ".");
            }
            if (Files.isDirectory(output)) {
                throw new Unusable("The output " + output + " is a folder.");
            }
            if (real.getParent() == null || !Files.isDirectory(real.getParent())) {
                throw new Unusable("There is no folder to write " + output + " into.");
            }
            written.add(real);
        }
    }

    /// Writes under a temporary name.
    ///
    /// @return the SHA-256 of what was written, in hexadecimal
    String write(Path file, Content content) throws IOException {
        Path target = real(file);
        Path made =
                target.resolveSibling(
                        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        MessageDigest digest = sha256();
        try (OutputStream out =
                new DigestOutputStream(
                        Files.newOutputStream(made, StandardOpenOption.CREATE_NEW), digest)) {
            waiting.add(new Waiting(made, target));
            content.to(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Gives everything that was written its name.
    void keep() throws IOException {
        for (Waiting one : waiting) {
            try {
                Files.move(
                        one.made(),
                        one.file(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(one.made(), one.file(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        waiting.clear();
    }

    /// Removes what was not kept.
    @Override
    public void close() throws IOException {
        for (Waiting one : waiting) {
            Files.deleteIfExists(one.made());
        }
    }

    /// The SHA-256 of a file, in hexadecimal.
    static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // not there yet: its folder may be behind a link all the same
            Path parent = path.toAbsolutePath().normalize().getParent();
            try {
                return parent == null
                        ? path.toAbsolutePath()
                        : parent.toRealPath().resolve(path.getFileName());
            } catch (IOException none) {
                return path.toAbsolutePath().normalize();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
