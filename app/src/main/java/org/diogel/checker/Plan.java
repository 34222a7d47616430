package org.diogel.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What helps to stay safe, from `checker/plan.csv`: message keys by part, in order.
final class Plan {

    private static final Map<String, List<String>> PARTS = load();

    private Plan() {}

    /// Before a meeting, while it lasts, after it: keys of texts.
    static Map<String, List<String>> parts() {
        return PARTS;
    }

    private static Map<String, List<String>> load() {
        try (var in = Plan.class.getResourceAsStream("/checker/plan.csv")) {
            if (in == null) {
                throw new IllegalStateException("checker/plan.csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .collect(
                            Collectors.groupingBy(
                                    cells -> "checker.plan." + cells[0],
                                    LinkedHashMap::new,
                                    Collectors.mapping(
                                            cells -> "checker.plan." + cells[0] + "." + cells[1],
                                            Collectors.toList())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
