package org.diogel.emergency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Seals and opens why it was opened, what she did and what was found, under the data key of the report:
/// once that is destroyed, no copy of the database opens them.
@Component
class EmergencyWords {

    private final Vault vault;

    EmergencyWords(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(KeyId key, UUID id, String column, String text) {
        return vault.seal(key, place(id, column), text.getBytes(UTF_8));
    }

    /// Empty when there is none, or it went with its report.
    String open(KeyId key, UUID id, String column, byte @Nullable [] sealed) {
        if (sealed == null) {
            return "";
        }
        try {
            return new String(vault.open(key, place(id, column), sealed), UTF_8);
        } catch (KeyGone erased) {
            return "";
        }
    }

    private static Place place(UUID id, String column) {
        return new Place("emergency.opening", id, column);
    }
}
