package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// OpenID Connect, the code flow with PKCE: where to send somebody, and what the code she comes back
/// with is worth. Every part of the token is checked here (ASVS 10.5.1 to 10.5.5).
@Component
class DirectoryTokens {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryTokens.class);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    /// A key nobody knows yet is asked for so often at most.
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512);

    private final DirectoryCalls calls;
    private final SignInSettings settings;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    DirectoryTokens(DirectoryCalls calls, SignInSettings settings, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /// What was promised to a directory when somebody was sent there.
    record Asked(String state, String nonce, String verifier, String back) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /// What a directory says of itself.
    private static final class Known {
        private final URI authorize;
        private final URI token;
        private final JWKSource<SecurityContext> keys;
        private final Instant since;

        private Known(URI authorize, URI token, JWKSource<SecurityContext> keys, Instant since) {
            this.authorize = authorize;
            this.token = token;
            this.keys = keys;
            this.since = since;
        }
    }

    /// Where she goes; empty when the directory cannot be reached or is not the one it should be.
    Optional<String> address(Directory directory, Asked asked) {
        try {
            return Optional.of(
                    known(directory).authorize
                            + "?response_type=code&scope=openid&client_id="
                            + coded(directory.clientId())
                            + "&redirect_uri="
                            + coded(asked.back)
                            + "&state="
                            + coded(asked.state)
                            + "&nonce="
                            + coded(asked.nonce)
                            + "&max_age="
                            + settings.fresh().toSeconds()
                            + "&code_challenge_method=S256&code_challenge="
                            + challenge(asked.verifier));
        } catch (IOException | ParseException | IllegalArgumentException unusable) {
            note(directory, unusable);
            return Optional.empty();
        }
    }

    /// Whom it vouches for; empty when anything is not as it must be.
    Optional<Directory.Vouched> redeem(Directory directory, Asked asked, String code) {
        try {
            Known place = known(directory);
            String answer =
                    calls.post(
                            place.token,
                            basic(directory),
                            "grant_type=authorization_code&code="
                                    + coded(code)
                                    + "&redirect_uri="
                                    + coded(asked.back)
                                    + "&code_verifier="
                                    + coded(asked.verifier));
            String token = JSONObjectUtils.getString(JSONObjectUtils.parse(answer), "id_token");
            return token == null
                    ? Optional.empty()
                    : check(directory, asked, processor(place).process(token, null));
        } catch (IOException
                | ParseException
                | BadJOSEException
                | JOSEException
                | IllegalArgumentException refused) {
            note(directory, refused);
            return Optional.empty();
        }
    }

    private Optional<Directory.Vouched> check(
            Directory directory, Asked asked, JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        String subject = claims.getSubject();
        List<String> audience = claims.getAudience();
        String party = claims.getStringClaim("azp");
        List<String> methods = claims.getStringListClaim("amr");
        boolean right =
                directory.issuer().equals(claims.getIssuer())
                        && audience.contains(directory.clientId())
                        && (audience.size() == 1 || directory.clientId().equals(party))
                        && (party == null || directory.clientId().equals(party))
                        && claims.getExpirationTime() != null
                        && now.minus(CLOCKS_APART).isBefore(claims.getExpirationTime().toInstant())
                        && claims.getIssueTime() != null
                        && now.plus(CLOCKS_APART).isAfter(claims.getIssueTime().toInstant())
                        && asked.nonce.equals(claims.getStringClaim("nonce"))
                        && subject != null
                        && !subject.isBlank()
                        && subject.length() <= 255
                        && isOfATenant(directory, claims.getStringClaim("tid"));
        return right
                ? Optional.of(
                        new Directory.Vouched(
                                directory.issuer(),
                                subject,
                                methods != null && methods.contains("mfa"),
                                isFresh(claims.getDateClaim("auth_time"), now)))
                : Optional.empty();
    }

    /// A session she had there already is no factor given just now.
    private boolean isFresh(java.util.@Nullable Date asked, Instant now) {
        return asked != null && now.isBefore(asked.toInstant().plus(settings.fresh()));
    }

    private static boolean isOfATenant(Directory directory, @Nullable String tenant) {
        return directory.tenants().isEmpty()
                || tenant != null && directory.tenants().contains(tenant);
    }

    /// Signature and kind; what it says is checked by [#check].
    private static DefaultJWTProcessor<SecurityContext> processor(Known place) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, place.keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private Known known(Directory directory) throws IOException, ParseException {
        Known before = known.get(directory.key());
        if (before != null && clock.instant().isBefore(before.since.plus(KNOWN_FOR))) {
            return before;
        }
        String issuer = directory.issuer().replaceAll("/+$", "");
        Map<String, Object> says =
                JSONObjectUtils.parse(
                        calls.get(URI.create(issuer + "/.well-known/openid-configuration")));
        if (!directory.issuer().equals(JSONObjectUtils.getString(says, "issuer"))) {
            throw new IOException("A directory says it is another");
        }
        Known now =
                new Known(
                        place(directory, says, "authorization_endpoint"),
                        place(directory, says, "token_endpoint"),
                        // Asks again for a key it does not know, but not for ever.
                        JWKSourceBuilder.create(
                                        place(directory, says, "jwks_uri").toURL(), calls)
                                .rateLimited(AGAIN.toMillis())
                                .build(),
                        clock.instant());
        known.put(directory.key(), now);
        return now;
    }

    /// As safe as the issuer itself.
    private static URI place(Directory directory, Map<String, Object> says, String name)
            throws IOException, ParseException {
        String address = JSONObjectUtils.getString(says, name);
        URI uri = address == null ? null : URI.create(address);
        if (uri == null
                || uri.getHost() == null
                || uri.getQuery() != null
                || !URI.create(directory.issuer()).getScheme().equals(uri.getScheme())) {
            throw new IOException("A directory says no usable " + name);
        }
        return uri;
    }

    private static String basic(Directory directory) {
        String pair = coded(directory.clientId()) + ":" + coded(directory.secret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /// Its kind alone: what a directory answers may name somebody.
    private static void note(Directory directory, Exception why) {
        LOG.warn("Directory {}: {}", directory.key(), why.getClass().getSimpleName());
    }
}
