package org.diogel.report;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.kernel.Email;
import org.diogel.kernel.Handle;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.Vehicle;
import org.diogel.vault.MacKey;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Service;

/// Keyed hashes of telephone numbers, addresses, names on sites and registration plates: equal when the
/// things are, and of no use without the key.
@Service
public class Tags {

    private final Vault vault;

    Tags(Vault vault) {
        this.vault = vault;
    }

    /// @param kind `phone`, `email`, `handle` or `vehicle`
    /// @param possible of the kind that only look alike
    record Tag(String kind, boolean possible, byte[] hash) {}

    /// What a report says about a person.
    Collection<Tag> of(Answers answers) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        for (PhoneNumber phone : answers.phones()) {
            phone.comparable().ifPresent(n -> put(tags, "phone", false, n));
        }
        for (Email email : answers.emails()) {
            email.comparable().ifPresent(e -> put(tags, "email", false, e));
            if (email.canonical() != null) {
                put(tags, "email", true, email.canonical());
            }
        }
        for (Handle handle : answers.handles()) {
            handle.comparable().ifPresent(h -> put(tags, "handle", false, h));
            handle.anywhere().ifPresent(h -> put(tags, "handle", true, h));
            handle.alike().ifPresent(h -> put(tags, "handle", true, h));
        }
        for (Vehicle vehicle : answers.vehicles()) {
            vehicle.comparable().ifPresent(p -> put(tags, "vehicle", false, p));
            if (vehicle.skeleton() != null) {
                put(tags, "vehicle", true, vehicle.skeleton());
            }
        }
        return tags.values();
    }

    /// Of one thing by itself, those that say it is the same; empty when it is none of that kind.
    ///
    /// @param kind `phone`, `email`, `handle` or `vehicle`
    public List<byte[]> exact(String kind, String value) {
        return of(new Answers(Map.of("them." + kind, List.of(value)))).stream()
                .filter(tag -> !tag.possible())
                .map(Tag::hash)
                .toList();
    }

    private void put(Map<String, Tag> tags, String kind, boolean possible, String value) {
        String text = kind + (possible ? "|possible|" : "|exact|") + value;
        tags.computeIfAbsent(
                text,
                _ ->
                        new Tag(
                                kind,
                                possible,
                                vault.mac(MacKey.IDENTIFIER, text.getBytes(StandardCharsets.UTF_8))));
    }
}
