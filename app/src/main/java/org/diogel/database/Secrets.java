package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.diogel.kernel.Durable;

/// The generated passwords of the embedded database: 256 random bits each, one a file (0600), made
/// once.
record Secrets(Path folder) {
    /// The superuser's; used while making the cluster and for backup.
    static final String SUPERUSER = "postgres";

    Path file(String name) {
        return folder.resolve(name);
    }

    String get(String name) {
        try {
            if (!Files.exists(file(name))) {
                DataFolder.secure(folder);
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                Durable.write(file(name), text.getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
