package org.diogel.subjectaccess;

import java.util.Map;
import java.util.UUID;
import org.diogel.kernel.Held;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens pieces and copies under the key of their request, and words of the register under that of
/// their entry.
@Component
class PackSeal {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Vault vault;

    PackSeal(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(KeyId key, UUID piece, Held held) {
        return vault.seal(key, place(piece), JSON.writeValueAsBytes(held));
    }

    @Nullable Held open(KeyId key, UUID piece, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return JSON.readValue(vault.open(key, place(piece), sealed), Held.class);
        } catch (KeyGone ended) {
            return null;
        }
    }

    byte[] seal(KeyId key, CopyId id, Pack pack) {
        return vault.seal(key, place(id), JSON.writeValueAsBytes(pack));
    }

    Pack open(KeyId key, CopyId id, byte[] sealed) {
        return JSON.readValue(vault.open(key, place(id), sealed), Pack.class);
    }

    byte[] seal(KeyId key, AskedId id, Map<String, String> words) {
        return vault.seal(key, place(id), JSON.writeValueAsBytes(words));
    }

    Map<String, String> open(KeyId key, AskedId id, byte[] sealed) {
        return JSON.readValue(vault.open(key, place(id), sealed), WORDS);
    }

    byte[] json(Object file) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static Place place(UUID piece) {
        return new Place("subjectaccess.piece", piece, "bytes");
    }

    private static Place place(AskedId id) {
        return new Place("subjectaccess.asked", id.value(), "bytes");
    }

    private static Place place(CopyId id) {
        return new Place("subjectaccess.pack", id.value(), "bytes");
    }
}
