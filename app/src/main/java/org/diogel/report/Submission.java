package org.diogel.report;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.jspecify.annotations.Nullable;

/// What the last page sends.
///
/// @param key random, held by the page: the same key sends once, however often the button is pressed
/// @param agreed ids of the recipients she agrees to
/// @param second her second secret as typed, empty for none
/// @param seen what the page showed ([Draft#seen]): nothing is sent that she was not shown; null
///     where no page is (the demonstration)
public record Submission(
        UUID key,
        Set<String> agreed,
        Screening child,
        Screening life,
        String second,
        Lang lang,
        @Nullable String seen) {

    /// Without a page.
    public Submission(
            UUID key, Set<String> agreed, Screening child, Screening life, String second, Lang lang) {
        this(key, agreed, child, life, second, lang, null);
    }

    Submission withChild(Screening answer) {
        return new Submission(key, agreed, answer, life, second, lang, seen);
    }

    /// What she decides, unambiguously. Not the secret: a fast hash of it would undo the slow one.
    byte[] body() {
        return String.join(
                        "\0",
                        String.join(" ", new TreeSet<>(agreed)),
                        child.name(),
                        life.name())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "Submission";
    }
}
