package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.dataformat.cbor.CBORMapper;

/// A device that holds one passkey, as the browser would speak for it. Everything a liar could say can
/// be said with it.
final class SoftPasskey {
    static final int PRESENT = 1;
    static final int VERIFIED = 4;
    static final int SYNCABLE = 8;
    private static final int HAS_KEY = 64;

    private final KeyPair pair;
    final byte[] id = new byte[32];
    byte[] user;
    String rp = "localhost";
    String origin;
    int flags = PRESENT | VERIFIED;
    int counter;

    SoftPasskey(String origin) throws Exception {
        this.origin = origin;
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        pair = keys.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    /// @param user base64url, as the page says it
    String make(String challenge, String user) throws Exception {
        this.user = Base64.getUrlDecoder().decode(user);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("fmt", "none");
        object.put("attStmt", Map.of());
        object.put("authData", about(true));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
                """
                .formatted(
                        text(id),
                        text(client("webauthn.create", challenge)),
                        text(new CBORMapper().writeValueAsBytes(object)));
    }

    String use(String challenge) throws Exception {
        byte[] about = about(false);
        byte[] client = client("webauthn.get", challenge);
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(pair.getPrivate());
        signing.update(about);
        signing.update(sha256(client));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s"%5$s}}
                """
                .formatted(
                        text(id),
                        text(client),
                        text(about),
                        text(signing.sign()),
                        user == null ? "" : ",\"userHandle\":\"" + text(user) + "\"");
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(UTF_8);
    }

    private byte[] about(boolean withKey) throws Exception {
        byte[] key = withKey ? key() : new byte[0];
        ByteBuffer bytes = ByteBuffer.allocate(37 + (withKey ? 18 + id.length + key.length : 0));
        bytes.put(sha256(rp.getBytes(UTF_8)));
        bytes.put((byte) (flags | (withKey ? HAS_KEY : 0)));
        bytes.putInt(counter);
        if (withKey) {
            bytes.put(new byte[16]).putShort((short) id.length).put(id).put(key);
        }
        return bytes.array();
    }

    /// COSE: kind EC2, algorithm ES256, curve P-256, x, y.
    private byte[] key() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        Map<Integer, Object> cose = new LinkedHashMap<>();
        cose.put(1, 2);
        cose.put(3, -7);
        cose.put(-1, 1);
        cose.put(-2, fixed(point.getAffineX().toByteArray()));
        cose.put(-3, fixed(point.getAffineY().toByteArray()));
        var out = new java.io.ByteArrayOutputStream();
        out.write(0xa5);
        cose.forEach(
                (label, value) -> {
                    out.write(label >= 0 ? label : 0x20 + (-1 - label));
                    if (value instanceof Integer number) {
                        out.write(number >= 0 ? number : 0x20 + (-1 - number));
                    } else {
                        out.write(0x58);
                        out.write(32);
                        out.writeBytes((byte[]) value);
                    }
                });
        return out.toByteArray();
    }

    private static byte[] fixed(byte[] number) {
        byte[] all = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, all, 32 - length, length);
        return all;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SoftPasskey " + Arrays.hashCode(id);
    }
}
