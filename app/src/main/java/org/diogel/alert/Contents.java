package org.diogel.alert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diogel.messages.Cancelled;
import org.diogel.vault.Place;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens the texts of warnings and the reasons people give.
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
        store.putContent(id, vault.sealUnder(SealKey.ALERT, text(id), json));
    }

    /// Empty when the actor may not read it, or it went with its report.
    Optional<Warning> find(AlertId id) {
        return store.content(id)
                .map(bytes -> vault.openUnder(SealKey.ALERT, text(id), bytes))
                .map(json -> new Warning(JSON.readValue(json, FIELDS)));
    }

    void note(AlertId id, String what, @Nullable String reason, @Nullable Cancelled cancelled) {
        byte[] sealed =
                reason == null
                        ? null
                        : vault.sealUnder(
                                SealKey.ALERT,
                                reasons(id),
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
                                        e.what(), e.at(), e.kind(), e.account(), open(id, e.note())))
                .toList();
    }

    private String open(AlertId id, byte @Nullable [] note) {
        return note == null
                ? ""
                : new String(
                        vault.openUnder(SealKey.ALERT, reasons(id), note), StandardCharsets.UTF_8);
    }

    private static Place text(AlertId id) {
        return new Place("alert.content", id.value(), "bytes");
    }

    private static Place reasons(AlertId id) {
        return new Place("alert.event", id.value(), "note");
    }
}
