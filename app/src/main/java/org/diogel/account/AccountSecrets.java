package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Crockford;
import org.diogel.vault.MacKey;
import org.diogel.vault.Place;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;

/// How an account's secrets lie in the database: addresses sealed and found by a keyed hash, codes
/// and links as keyed hashes only.
@Component
class AccountSecrets {
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 12;
    private static final int LINK_LETTERS = 32;

    private final Vault vault;

    AccountSecrets(Vault vault) {
        this.vault = vault;
    }

    byte[] lookup(Email email) {
        return vault.mac(MacKey.LOOKUP, ("email|" + email.value()).getBytes(UTF_8));
    }

    byte[] seal(AccountId id, Email email) {
        return vault.sealUnder(
                SealKey.ACCOUNT, emailOf("account.account", id.value()), email.value().getBytes(UTF_8));
    }

    String open(AccountId id, byte[] sealed) {
        return new String(
                vault.openUnder(SealKey.ACCOUNT, emailOf("account.account", id.value()), sealed),
                UTF_8);
    }

    byte[] sealInvited(UUID invitation, Email email) {
        return vault.sealUnder(
                SealKey.ACCOUNT,
                emailOf("account.invitation", invitation),
                email.value().getBytes(UTF_8));
    }

    String openInvited(UUID invitation, byte[] sealed) {
        return new String(
                vault.openUnder(SealKey.ACCOUNT, emailOf("account.invitation", invitation), sealed),
                UTF_8);
    }

    byte[] sealTotp(AccountId id, byte[] secret) {
        return vault.sealUnder(SealKey.ACCOUNT, totpOf(id), secret);
    }

    byte[] openTotp(AccountId id, byte[] sealed) {
        return vault.openUnder(SealKey.ACCOUNT, totpOf(id), sealed);
    }

    /// For this row and this account alone.
    byte[] sealPasskey(UUID id, AccountId account, byte[] key) {
        return vault.sealUnder(SealKey.ACCOUNT, passkeyOf(id, account), key);
    }

    byte[] openPasskey(UUID id, AccountId account, byte[] sealed) {
        return vault.openUnder(SealKey.ACCOUNT, passkeyOf(id, account), sealed);
    }

    /// Who somebody is in her agency's directory: its issuer and her subject there, and nothing else.
    byte[] identity(Directory.Vouched vouched) {
        return vault.mac(
                MacKey.LOOKUP,
                ("directory|" + vouched.issuer().length() + "|" + vouched.issuer() + "|" + vouched.subject())
                        .getBytes(UTF_8));
    }

    /// The part of an invitation's link that only its reader has: 160 random bits.
    String newLink() {
        return Crockford.random(LINK_LETTERS);
    }

    byte[] link(String token) {
        return vault.mac(MacKey.LOOKUP, ("invitation|" + meant(token)).getBytes(UTF_8));
    }

    /// Ten codes of 60 random bits, in groups of four.
    List<String> newRecoveryCodes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(Letters.grouped(Crockford.random(RECOVERY_LETTERS), 4, "-"));
        }
        return List.copyOf(codes);
    }

    byte[] recovery(AccountId id, String typed) {
        return vault.mac(
                MacKey.LOOKUP, ("recovery|" + id + "|" + meant(typed)).getBytes(UTF_8));
    }

    List<byte[]> recovery(AccountId id, List<String> codes) {
        return codes.stream().map(code -> recovery(id, code)).toList();
    }

    /// However it was typed; empty, which nothing is, when it cannot be one of ours.
    private static String meant(String typed) {
        return Crockford.read(typed).orElse("");
    }

    private static Place emailOf(String table, UUID row) {
        return new Place(table, row, "email");
    }

    private static Place passkeyOf(UUID id, AccountId account) {
        return new Place("account.passkey", id, "public_key|" + account);
    }

    private static Place totpOf(AccountId id) {
        return new Place("account.credential", id.value(), "totp");
    }
}
