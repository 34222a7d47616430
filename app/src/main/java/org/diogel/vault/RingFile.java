package org.diogel.vault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.diogel.kernel.Durable;

/// The ring as a file. No message names a value, only line numbers and purposes.
final class RingFile {
    private static final String HEADER =
            """
            # Diogel's keys. Whoever has this file and the data can read everything.
            # Keep a copy apart from the data and its backups. Make, rotate, check: ./diogel keys
            """;

    private RingFile() {}

    static KeyRing read(Path file) {
        requireOwnerOnly(file);
        NavigableMap<String, byte[]> keys = new TreeMap<>();
        boolean demo = false;
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals("demo=true")) {
                demo = true;
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                readKey(keys, line, file, i + 1);
            }
        }
        return new KeyRing(keys, demo);
    }

    static void create(Path file, KeyRing ring) {
        if (Files.exists(file)) {
            throw new KeysRefused(
                    "There is a key file at "
                            + file
                            + " already; move it away first if you really want new keys.");
        }
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Durable.writeNew(file, text(ring).getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw new KeysRefused("Something is in the way of the key file at " + file + ".", e);
        } catch (IOException e) {
            throw new KeysRefused(
                    "The key file "
                            + file
                            + " cannot be written; choose a folder that this user may write to.",
                    e);
        }
    }

    /// Replaces the file whole, then overwrites the old one: a key taken out must be gone.
    /// (A disk that copies on write may still hold it: the runbook says to use an encrypted disk.)
    static void replace(Path file, KeyRing ring) {
        try (RandomAccessFile old = new RandomAccessFile(file.toFile(), "rw")) {
            Durable.write(file, text(ring).getBytes(StandardCharsets.UTF_8));
            old.write(new byte[(int) old.length()]);
            old.getFD().sync();
        } catch (IOException e) {
            throw new KeysRefused(
                    "The key file "
                            + file
                            + " cannot be replaced; rotate where the file itself is kept, as a user"
                            + " that may write to it.",
                    e);
        }
    }

    private static void requireOwnerOnly(Path file) {
        try {
            Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
            if (open.stream().anyMatch(p -> !p.name().startsWith("OWNER"))) {
                throw new KeysRefused(
                        "Others can read the key file "
                                + file
                                + "; close it with: chmod 600 "
                                + file);
            }
        } catch (NoSuchFileException e) {
            throw new KeysRefused(
                    "There is no key file at " + file + "; make one with ./diogel keys init.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    private static KeysRefused unreadable(Path file, Exception e) {
        return new KeysRefused(
                "The key file " + file + " cannot be read; let this user, and only it, read it.",
                e);
    }

    private static void readKey(
            NavigableMap<String, byte[]> keys, String line, Path file, int number) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        boolean kek = name.matches("kek\\.[0-9]{4}-[0-9]{2}(\\.[0-9]{2})?");
        if (!kek && !KeyRing.purposes().contains(name)) {
            throw bad(file, number, "is not a key Diogel knows");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(line.substring(equals + 1).strip());
        } catch (IllegalArgumentException e) {
            // The decoder's own message quotes the text: it is dropped.
            throw bad(file, number, "is not base 64");
        }
        if (key.length != Aead.KEY_BYTES) {
            throw bad(file, number, "does not hold 32 bytes");
        }
        if (keys.put(name, key) != null) {
            throw bad(file, number, "repeats a name");
        }
    }

    private static KeysRefused bad(Path file, int number, String what) {
        return new KeysRefused(
                "Line "
                        + number
                        + " of the key file "
                        + file
                        + " "
                        + what
                        + "; put back your copy of the file.");
    }

    private static String text(KeyRing ring) {
        StringBuilder out = new StringBuilder(HEADER);
        if (ring.isDemo()) {
            out.append("demo=true\n");
        }
        ring.entries()
                .forEach(
                        (name, key) ->
                                out.append(name)
                                        .append('=')
                                        .append(Base64.getEncoder().encodeToString(key))
                                        .append('\n'));
        return out.toString();
    }
}
