package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.diogel.TestDirectories;

/// A small identity provider: two issuers at the port of [TestDirectories]. It checks what a provider
/// has to check (client, redirect address, PKCE, each code once) and says whatever a test lets it say.
final class Provider implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    /// The one it starts with, in every test.
    private static final RSAKey FIRST = first();

    RSAKey key = FIRST;
    RSAKey shown = FIRST;
    String subject = "subject-" + UUID.randomUUID();
    Consumer<JWTClaimsSet.Builder> lie = claims -> {};
    Consumer<Map<String, String>> says = document -> {};
    String token;

    Provider() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", TestDirectories.PORT), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private static RSAKey first() {
        try {
            return key();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RSAKey key() throws Exception {
        return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    }

    /// What she does there: signs in and is sent back. @return path and query of ours
    String visit(String address) {
        Map<String, String> asked = fields(URI.create(address).getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return asked.get("redirect_uri").replaceFirst("^http://[^/]+", "")
                + "?code="
                + code
                + "&state="
                + URLEncoder.encode(asked.get("state"), UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String issuer = "http://127.0.0.1:" + TestDirectories.PORT + "/" + path.split("/")[1];
        try {
            if (path.endsWith("/.well-known/openid-configuration")) {
                Map<String, String> document =
                        new HashMap<>(
                                Map.of(
                                        "issuer", issuer,
                                        "authorization_endpoint", issuer + "/authorize",
                                        "token_endpoint", issuer + "/token",
                                        "jwks_uri", issuer + "/keys"));
                says.accept(document);
                write(exchange, 200, com.nimbusds.jose.util.JSONObjectUtils.toJSONString(
                        new HashMap<String, Object>(document)));
            } else if (path.endsWith("/keys")) {
                write(exchange, 200, new JWKSet(shown.toPublicJWK()).toString());
            } else if (path.endsWith("/token")) {
                write(exchange, 200, "{\"id_token\":\"" + redeem(exchange, issuer) + "\"}");
            } else {
                write(exchange, 404, "{}");
            }
        } catch (Exception refused) {
            write(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private String redeem(HttpExchange exchange, String issuer) throws Exception {
        Map<String, String> sent =
                fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> asked = codes.remove(sent.get("code"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(sent.get("code_verifier").getBytes(UTF_8));
        String pair =
                URLEncoder.encode(TestDirectories.CLIENT, UTF_8)
                        + ":"
                        + URLEncoder.encode(TestDirectories.SECRET, UTF_8);
        boolean right =
                exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .equals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                        && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                        && asked.get("code_challenge_method").equals("S256")
                        && asked.get("code_challenge")
                                .equals(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        if (!right) {
            throw new IllegalArgumentException("No such code");
        }
        if (token != null) {
            return token;
        }
        Instant now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience(asked.get("client_id"))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", asked.get("nonce"))
                        .claim("auth_time", asked.containsKey("max_age") ? now.getEpochSecond() : null)
                        .claim("tid", TestDirectories.TENANT)
                        .claim("amr", List.of("pwd", "mfa"));
        lie.accept(claims);
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(JOSEObjectType.JWT)
                                .keyID(key.getKeyID())
                                .build(),
                        claims.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> all = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            all.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
