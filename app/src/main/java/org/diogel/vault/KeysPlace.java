package org.diogel.vault;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the key file is: what was asked for (`--keys`, `diogel.keys`), else `DIOGEL_KEYS`, else
/// the systemd credential `diogel.keys`.
public final class KeysPlace {
    private KeysPlace() {}

    /// @throws KeysRefused when nothing says where
    public static Path find(Optional<String> asked, Map<String, String> environment) {
        return asked.filter(s -> !s.isBlank())
                .or(() -> Optional.ofNullable(environment.get("DIOGEL_KEYS")))
                .filter(s -> !s.isBlank())
                .map(Path::of)
                .or(() -> credential(environment))
                .orElseThrow(
                        () ->
                                new KeysRefused(
                                        "No key file is named; make one with ./diogel keys init"
                                                + " --keys FILE and set DIOGEL_KEYS to it."));
    }

    private static Optional<Path> credential(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("CREDENTIALS_DIRECTORY"))
                .map(folder -> Path.of(folder, "diogel.keys"));
    }
}
