package org.diogel.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens what is written about a hold, under a key of the hold's own: it is kept longer than
/// the report.
@Component
class HoldWords {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Vault vault;

    HoldWords(Vault vault) {
        this.vault = vault;
    }

    KeyId ownKey() {
        return vault.newKey();
    }

    byte[] seal(KeyId key, UUID hold, String reference, HoldTerms terms) {
        return vault.seal(
                key,
                new Place("retention.hold", hold, "bytes"),
                JSON.writeValueAsBytes(
                        Map.of(
                                "reference", reference,
                                "authority", terms.authority(),
                                "number", terms.number(),
                                "reason", terms.reason())));
    }

    /// Empty when the key is gone.
    Map<String, String> open(HoldStore.Row row) {
        try {
            return JSON.readValue(
                    vault.open(
                            row.key(),
                            new Place("retention.hold", row.id().value(), "bytes"),
                            row.bytes()),
                    FIELDS);
        } catch (KeyGone gone) {
            return Map.of();
        }
    }

    byte[] sealEnd(HoldStore.Row row, String reason) {
        return vault.seal(
                row.key(),
                new Place("retention.hold", row.id().value(), "end_bytes"),
                reason.getBytes(UTF_8));
    }
}
