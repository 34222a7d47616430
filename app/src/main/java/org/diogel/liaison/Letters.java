package org.diogel.liaison;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.diogel.vault.KeyGone;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens what is in packages and what is written about them, under the data key of the
/// report: once that is destroyed, no copy of the database opens them.
@Component
class Letters {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Vault vault;
    private final PackageNoteStore store;

    Letters(Vault vault, PackageNoteStore store) {
        this.vault = vault;
        this.store = store;
    }

    void put(PackageRow row, Letter letter) {
        byte[] json = JSON.writeValueAsBytes(letter);
        store.putContent(row.id(), vault.seal(row.key(), content(row.id()), json));
    }

    /// Empty when the actor may not read it, or it went with its report.
    Optional<Letter> find(PackageRow row) {
        return store.content(row.id())
                .flatMap(bytes -> open(row, content(row.id()), bytes))
                .map(json -> JSON.readValue(json, Letter.class));
    }

    byte[] seal(PackageRow row, UUID note, String text) {
        return vault.seal(row.key(), note(note), text.getBytes(StandardCharsets.UTF_8));
    }

    /// An empty text when it went with the report.
    String text(PackageRow row, PackageNoteStore.Sealed note) {
        return open(row, note(note.id()), note.bytes())
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse("");
    }

    private Optional<byte[]> open(PackageRow row, Place place, byte[] sealed) {
        try {
            return Optional.of(vault.open(row.key(), place, sealed));
        } catch (KeyGone erased) {
            return Optional.empty();
        }
    }

    private static Place content(PackageId id) {
        return new Place("liaison.content", id.value(), "bytes");
    }

    private static Place note(UUID id) {
        return new Place("liaison.note", id, "bytes");
    }
}
