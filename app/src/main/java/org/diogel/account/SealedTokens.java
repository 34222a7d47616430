package org.diogel.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.diogel.vault.Place;
import org.diogel.vault.SealBroken;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;

/// Short-lived state that travels through the browser, sealed, so that signing in needs no session:
/// a list of texts with the time it was made. What was sealed for one use opens for no other.
@Component
class SealedTokens {
    private static final UUID NO_ROW = new UUID(0, 0);
    /// More than any form may hold; a token that claims more is none of ours.
    private static final int MOST = 4_000_000;

    private final Vault vault;
    private final Clock clock;

    SealedTokens(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /// @param use letters and hyphens, part of the seal
    String seal(String use, List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeLong(clock.instant().getEpochSecond());
            out.writeInt(texts.size());
            for (String text : texts) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] sealed = vault.sealUnder(SealKey.COOKIE, place(use), bytes.toByteArray());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// The texts; empty when the token is old, changed, or not of this use.
    Optional<List<String>> open(String use, String token, Duration longest) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token);
            byte[] plain = vault.openUnder(SealKey.COOKIE, place(use), sealed);
            return read(plain, clock.instant().minus(longest));
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return Optional.empty();
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    private static Optional<List<String>> read(byte[] plain, Instant oldest) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(plain)))) {
            Instant made = Instant.ofEpochSecond(in.readLong());
            if (made.isBefore(oldest)) {
                return Optional.empty();
            }
            List<String> texts = new ArrayList<>();
            int left = MOST;
            for (int n = in.readInt(); n > 0; n--) {
                int length = in.readInt();
                left -= length;
                if (left < 0) {
                    return Optional.empty();
                }
                texts.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
            return Optional.of(List.copyOf(texts));
        }
    }

    private static Place place(String use) {
        return new Place("account." + use, NO_ROW, "token");
    }
}
