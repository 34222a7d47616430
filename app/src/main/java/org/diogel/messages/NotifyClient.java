package org.diogel.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks the public interface of GOV.UK Notify, version 2, with whoever offers it. An answer may
/// quote an address: nothing of it is ever part of an exception here.
final class NotifyClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

    private final NotifySettings settings;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;
    private final String base;

    /// @param patience how long one answer may take
    NotifyClient(NotifySettings settings, Clock clock, Duration patience) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
        this.base = settings.notifyUrl().strip().replaceAll("/+$", "") + "/v2/notifications";
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /// @param kind `email` or `sms`
    /// @return the id it has there
    /// @throws Refused when it says that this message can never be sent
    /// @throws IllegalStateException when it was not taken now
    UUID post(String kind, Map<String, Object> message) {
        JsonNode taken = answer(request("/" + kind).POST(body(message)).build());
        return id(taken).orElseThrow(NotifyClient::unclear);
    }

    /// The message with this reference that it took last.
    Optional<UUID> findByReference(UUID reference) {
        JsonNode found = answer(request("?reference=" + reference).GET().build());
        return found.path("notifications").valueStream()
                .filter(one -> one.path("reference").asString("").equals(reference.toString()))
                .findFirst()
                .flatMap(NotifyClient::id);
    }

    /// `created`, `sending`, `delivered`, `permanent-failure` and so on.
    String status(UUID id) {
        return answer(request("/" + id).GET().build()).path("status").asString("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private static HttpRequest.BodyPublisher body(Map<String, Object> message) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(message));
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<String> response = ask(request);
        int status = response.statusCode();
        // 400 is about this message; 403 and 429 are about us, and 5xx about them.
        if (status == 400 && request.method().equals("POST")) {
            throw new Refused();
        }
        if (status / 100 != 2) {
            throw new IllegalStateException("The sending service answered " + status);
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException unreadable) {
            throw unclear();
        }
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException away) {
            throw new IllegalStateException(
                    "The sending service does not answer: " + away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Sending was stopped");
        }
    }

    /// Good for half a minute there.
    private String token() {
        String claims =
                part(
                        "{\"iss\":\"%s\",\"iat\":%d}"
                                .formatted(settings.service(), clock.instant().getEpochSecond()));
        String signed = HEADER + "." + claims;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is missing");
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }

    private static Optional<UUID> id(@Nullable JsonNode node) {
        try {
            return node == null
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(node.path("id").asString("")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static IllegalStateException unclear() {
        return new IllegalStateException("The sending service's answer is unclear");
    }
}
