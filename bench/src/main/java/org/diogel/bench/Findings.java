package org.diogel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/// What programs that attack found, apart from what is agreed to be nothing (`agreed-findings.txt`).
final class Findings {

    private static final String BETWEEN = "  ";

    private final Set<String> all = new ConcurrentSkipListSet<>();

    void add(String finding) {
        all.add(finding);
    }

    /// @return how many there are that nobody agreed to
    int print(Path folder) throws IOException {
        Map<String, String> agreed = agreed();
        int open = 0;
        for (String finding : all) {
            String reason =
                    agreed.entrySet().stream()
                            .filter(one -> finding.startsWith(one.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse("");
            open += reason.isEmpty() ? 1 : 0;
            System.out.println(
                    "  FOUND: " + finding + (reason.isEmpty() ? "" : " (nothing: " + reason + ")"));
        }
        System.out.printf(
                "  found: %d, target: 0%s; what the programs wrote is in %s%n",
                open, open == 0 ? "" : "  MISSED", folder);
        return open;
    }

    private static Map<String, String> agreed() throws IOException {
        try (var lines = Findings.class.getResourceAsStream("/agreed-findings.txt")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(BETWEEN))
                    .map(line -> line.split(BETWEEN, 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        }
    }
}
