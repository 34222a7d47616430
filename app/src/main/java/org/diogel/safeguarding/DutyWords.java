package org.diogel.safeguarding;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.diogel.vault.KeyGone;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens what went and what was noted, under the data key of the report: once that is
/// destroyed, no copy of the database opens them.
@Component
class DutyWords {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DutyStore store;
    private final Vault vault;

    DutyWords(DutyStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    void keep(DutyRow row, Kept kept) {
        seal(row, row.id().value(), JSON.writeValueAsBytes(kept));
    }

    /// Empty when it went with its report.
    Optional<Kept> find(DutyRow row) {
        return open(row, row.id().value()).map(json -> JSON.readValue(json, Kept.class));
    }

    void note(DutyRow row, UUID event, String text) {
        seal(row, event, text.getBytes(StandardCharsets.UTF_8));
    }

    /// An empty text when nothing was noted, or it went with its report.
    String text(DutyRow row, UUID event) {
        return open(row, event).map(plain -> new String(plain, StandardCharsets.UTF_8)).orElse("");
    }

    private void seal(DutyRow row, UUID id, byte[] plain) {
        store.putWords(id, row.id(), vault.seal(row.key(), place(id), plain));
    }

    private Optional<byte[]> open(DutyRow row, UUID id) {
        try {
            return store.words(id).map(bytes -> vault.open(row.key(), place(id), bytes));
        } catch (KeyGone erased) {
            return Optional.empty();
        }
    }

    private static Place place(UUID id) {
        return new Place("safeguarding.words", id, "bytes");
    }
}
