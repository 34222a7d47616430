package org.diogel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// The public journey, whose texts every language pack has: `languages/journey.txt` names the
/// beginnings of their keys.
final class Journey {

    private static final Set<String> FEATURES = features();

    private Journey() {}

    /// Whether pages of this class may be shown in a pack to somebody who has not signed in: whether
    /// its feature, which is its package, has texts of the journey.
    static boolean isOf(Class<?> controller) {
        String name = controller.getPackageName();
        return FEATURES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static Set<String> features() {
        try (var in = new ClassPathResource("languages/journey.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("+"))
                    .map(line -> line.substring(1, line.indexOf('.')).strip())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
