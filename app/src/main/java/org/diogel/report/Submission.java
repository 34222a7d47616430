package org.diogel.report;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.diogel.kernel.Lang;

/// What the last page sends.
///
/// @param key random, held by the page: the same key sends once, however often the button is pressed
/// @param agreed ids of the recipients she agrees to
/// @param second her second secret as typed, empty for none
public record Submission(
        UUID key, Set<String> agreed, Screening child, Screening life, String second, Lang lang) {

    /// Everything but the key, unambiguously.
    byte[] body() {
        return String.join(
                        "\0",
                        String.join(" ", new TreeSet<>(agreed)),
                        child.name(),
                        life.name(),
                        second)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "Submission";
    }
}
