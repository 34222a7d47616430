package org.diogel.alert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diogel.messages.Cancelled;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens the texts of warnings and the reasons people give, under the data key of the
/// report they were drawn from: once that is destroyed, no copy of the database opens them.
@Component
class Contents {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final Vault vault;
    private final NoteStore store;
    private final Clock clock;

    Contents(Vault vault, NoteStore store, Clock clock) {
        this.vault = vault;
        this.store = store;
        this.clock = clock;
    }

    void put(AlertId id, Warning warning) {
        byte[] json = JSON.writeValueAsBytes(warning.values());
        store.putContent(id, vault.seal(store.key(id), text(id), json));
    }

    /// Empty when the actor may not read it, or it went with its report.
    Optional<Warning> find(AlertId id) {
        return store.content(id)
                .flatMap(bytes -> open(store.key(id), text(id), bytes))
                .map(json -> new Warning(JSON.readValue(json, FIELDS)));
    }

    /// Removes the text and every reason; the key is destroyed by whoever calls.
    void forget(AlertId id) {
        store.forget(id);
    }

    void note(AlertId id, String what, @Nullable String reason, @Nullable Cancelled cancelled) {
        byte[] sealed =
                reason == null
                        ? null
                        : vault.seal(
                                store.key(id),
                                reason(id, what),
                                reason.getBytes(StandardCharsets.UTF_8));
        store.insert(
                new NoteStore.Event(
                        id,
                        what,
                        clock.instant(),
                        sealed,
                        cancelled == null ? null : cancelled.stopped(),
                        cancelled == null ? null : cancelled.gone()));
    }

    List<AlertEvent> events(AlertId id) {
        return store.events(id).stream()
                .map(
                        e ->
                                new AlertEvent(
                                        e.what(), e.at(), e.kind(), e.account(), reason(id, e)))
                .toList();
    }

    private String reason(AlertId id, NoteStore.Noted event) {
        return Optional.ofNullable(event.note())
                .flatMap(note -> open(store.key(id), reason(id, event.what()), note))
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse("");
    }

    private Optional<byte[]> open(KeyId key, Place place, byte[] sealed) {
        try {
            return Optional.of(vault.open(key, place, sealed));
        } catch (KeyGone erased) {
            return Optional.empty();
        }
    }

    private static Place text(AlertId id) {
        return new Place("alert.content", id.value(), "bytes");
    }

    /// A reason is given at most once for each thing that is done to a warning.
    private static Place reason(AlertId id, String what) {
        return new Place("alert.event", id.value(), "note of " + what);
    }
}
