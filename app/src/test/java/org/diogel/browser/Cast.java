package org.diogel.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.diogel.account.OneTimeCodes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The made-up people of the demonstration, and how each of them signs in.
final class Cast {
    private static final JsonNode FILE = read();
    private static final int STEP = 30;

    /// A code works once, so somebody who signs in again soon needs the next one.
    private static final Map<String, Long> USED = new HashMap<>();

    private Cast() {}

    /// Goes through both pages of signing in.
    static Window signIn(Window window, String key, Clock clock) {
        return enter(window.go("/sign-in"), key, clock);
    }

    /// Both pages of signing in, the first of which is shown already.
    static Window enter(Window window, String key, Clock clock) {
        window.fill("email", email(key));
        window.fill("password", FILE.get("password").asString());
        window.submit();
        window.fill("code", code(key, clock));
        return window.submit();
    }

    static String name(String key) {
        return person(key).get("name").asString();
    }

    static String email(String key) {
        return person(key).get("email").asString();
    }

    static String password() {
        return FILE.get("password").asString();
    }

    /// A code that was not used before: of the step before, of this one or of the next.
    static synchronized String code(String key, Clock clock) {
        long now = clock.instant().getEpochSecond() / STEP;
        long step = Math.max(now - 1, USED.getOrDefault(key, 0L) + 1);
        if (step > now + 1) {
            throw new IllegalStateException(key + " signed in too often within a minute");
        }
        USED.put(key, step);
        return OneTimeCodes.current(
                person(key).get("totp").asString(),
                java.time.Instant.ofEpochSecond(step * STEP));
    }

    private static JsonNode person(String key) {
        return FILE.get("people").valueStream()
                .filter(person -> person.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try (var in = Cast.class.getResourceAsStream("/demo/partnership.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
