package org.diogel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// Which texts are of the public journey, and so in every language pack: `languages/journey.txt`
/// names the beginnings of their keys.
final class Journey {

    private static final List<String> IN = lines('+');
    private static final List<String> OUT = lines('-');
    private static final Set<String> FEATURES =
            IN.stream()
                    .map(prefix -> prefix.substring(0, prefix.indexOf('.')))
                    .collect(Collectors.toUnmodifiableSet());

    private Journey() {}

    static boolean has(String key) {
        return IN.stream().anyMatch(key::startsWith) && OUT.stream().noneMatch(key::startsWith);
    }

    /// Whether pages of this class may be shown in a pack to somebody who has not signed in: whether
    /// its feature, its package, has texts of the journey.
    static boolean isOf(Class<?> controller) {
        String name = controller.getPackageName();
        return FEATURES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<String> lines(char sign) {
        try (var in = new ClassPathResource("languages/journey.txt").getInputStream()) {
            List<String> found = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) == sign)
                    .forEach(line -> found.add(line.substring(1).strip()));
            return List.copyOf(found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
