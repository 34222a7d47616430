package org.diogel.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;

/// Writes down who is acting in the form the database checks: ten fields parted by `|`, the last
/// an HMAC-SHA-256 over the others. It is bound to one backend process and one hour: a statement
/// smuggled into a query can neither invent a context nor use one that another connection was given.
/// One that it read on this very connection it could set again there for an hour.
final class ContextSigner {

    private static final int BLOCK = 64;

    private final byte[] key;

    /// @param key 32 bytes that the database knows too (`context.signing`), readable by its owner
    ContextSigner(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("The context key is 32 bytes long");
        }
        this.key = key.clone();
    }

    String sign(Acting acting, int backendPid, long epochSecond) {
        String claims =
                switch (acting.actor()) {
                    case Actor.Anonymous _ -> "anonymous||||||";
                    case Actor.Holder h -> "holder||||" + h.subject() + "|" + h.second() + "|";
                    case Actor.Person p ->
                            "person|" + p.account() + "|" + p.agency() + "|" + roles(p.roles())
                                    + "|||";
                    case Actor.Task t -> "task|" + t.name() + "|||||";
                };
        String message = claims + acting.purpose() + "|" + backendPid + "|" + epochSecond;
        return message + "|" + HexFormat.of().formatHex(hmac(message));
    }

    /// The key mixed with HMAC's inner pad: what the database keeps instead of the key itself.
    byte[] innerPad() {
        return pad((byte) 0x36);
    }

    byte[] outerPad() {
        return pad((byte) 0x5c);
    }

    private byte[] pad(byte with) {
        byte[] block = new byte[BLOCK];
        System.arraycopy(key, 0, block, 0, key.length);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= with;
        }
        return block;
    }

    private byte[] hmac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java", impossible);
        }
    }

    private static String roles(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }
}
