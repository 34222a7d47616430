package org.diogel.checker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.diogel.kernel.AccountId;
import org.diogel.vault.MacKey;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;

/// Keyed hashes: all that ever leaves this process of what was asked.
@Component
class Tagger {

    private static final int BYTES = 32;
    private static final int MARK_BYTES = 18;

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Tagger(Vault vault) {
        this.vault = vault;
    }

    byte[] tag(Identifier identifier) {
        return mac(identifier.input());
    }

    /// As many as are looked up each time: behind those that were asked come random ones.
    List<byte[]> tags(Asked asked) {
        List<byte[]> tags = new ArrayList<>();
        asked.identifiers().forEach(identifier -> tags.add(tag(identifier)));
        while (tags.size() < Asked.MOST) {
            byte[] nothing = new byte[BYTES];
            random.nextBytes(nothing);
            tags.add(nothing);
        }
        return tags;
    }

    /// Stands for one person's question of one day, in a cookie of her browser and nowhere else: the
    /// same question asked again, as by reloading the page, costs nothing. 24 letters.
    String mark(AccountId who, LocalDate day, Asked asked) {
        String question =
                asked.identifiers().stream().map(Identifier::input).collect(Collectors.joining("\n"));
        byte[] mac = mac("mark\n" + who + "\n" + day + "\n" + question);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac).substring(0, MARK_BYTES * 8 / 6);
    }

    static boolean isSame(String mark, String other) {
        return MessageDigest.isEqual(
                mark.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(String text) {
        return vault.mac(MacKey.CHECKER, text.getBytes(StandardCharsets.UTF_8));
    }
}
