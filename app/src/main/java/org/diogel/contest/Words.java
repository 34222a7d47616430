package org.diogel.contest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.diogel.report.ReceiptCode;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.MacKey;
import org.diogel.vault.Place;
import org.diogel.vault.SealBroken;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens what people wrote, and the codes they come back with.
@Component
class Words {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final Place FORM = new Place("contest.form", new UUID(0, 0), "code");

    private final Vault vault;

    Words(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(KeyId key, RequestId id, Asked asked) {
        return vault.seal(
                key,
                new Place("contest.request", id.value(), "bytes"),
                JSON.writeValueAsBytes(Map.of("name", asked.name(), "reach", asked.reach(), "words", asked.words())));
    }

    Asked open(KeyId key, RequestId id, String kind, byte[] sealed) {
        Map<String, String> fields =
                JSON.readValue(
                        vault.open(key, new Place("contest.request", id.value(), "bytes"), sealed), FIELDS);
        return new Asked(
                kind,
                fields.getOrDefault("name", ""),
                fields.getOrDefault("reach", ""),
                fields.getOrDefault("words", ""));
    }

    /// @param table `contest.entry` or `contest.question`
    byte[] seal(KeyId key, String table, UUID row, String field, String text) {
        return vault.seal(key, new Place(table, row, field), text.getBytes(UTF_8));
    }

    /// Empty when it went with its key.
    String open(KeyId key, String table, UUID row, String field, byte[] sealed) {
        try {
            return new String(vault.open(key, new Place(table, row, field), sealed), UTF_8);
        } catch (KeyGone forgotten) {
            return "";
        }
    }

    byte[] hash(ReceiptCode code) {
        return vault.mac(MacKey.LOOKUP, ("request|" + code.letters()).getBytes(UTF_8));
    }

    /// A fresh code, sealed, for a form that is yet to be sent: sent twice, it is one request.
    String fresh() {
        byte[] sealed =
                vault.sealUnder(SealKey.COOKIE, FORM, ReceiptCode.random().letters().getBytes(UTF_8));
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// The code a form carries; a new one where it carries none of ours.
    ReceiptCode carried(String sealed) {
        try {
            byte[] letters =
                    vault.openUnder(SealKey.COOKIE, FORM, java.util.Base64.getUrlDecoder().decode(sealed));
            return new ReceiptCode(new String(letters, UTF_8));
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return ReceiptCode.random();
        }
    }
}
