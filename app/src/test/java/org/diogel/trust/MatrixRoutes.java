package org.diogel.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The routes of `authorisation.csv`, read a second time, and the things each of them can be asked for.
final class MatrixRoutes {

    /// Where the things lie that addresses name.
    static final List<String> TABLES =
            List.of(
                    "report.report",
                    "evidence.file",
                    "access.kept_out",
                    "alert.alert",
                    "liaison.package",
                    "liaison.afterword",
                    "safeguarding.duty",
                    "account.account",
                    "contest.question");

    private static final Map<String, String> OF = new LinkedHashMap<>();

    static {
        OF.put("/queue/{id}", "report.report");
        OF.put("/warnings/{id}", "alert.alert");
        OF.put("/messages/{id}", "alert.alert");
        OF.put("/passing/after/{id}", "liaison.afterword");
        OF.put("/passing/{id}", "liaison.package");
        OF.put("/inbox/{id}", "liaison.package");
        OF.put("/duties/{id}", "safeguarding.duty");
        OF.put("/people/{id}", "account.account");
        OF.put("/questions/{id}", "contest.question");
    }

    /// Pages that show one thing, whatever its state.
    static final Set<String> SHOWS =
            Set.of("/queue/{id}", "/warnings/{id}", "/inbox/{id}", "/duties/{id}", "/people/{id}");

    private MatrixRoutes() {}

    record Route(String method, String pattern, Set<String> who, boolean fresh) {
        boolean isFor(String anybody) {
            return who.contains(anybody);
        }

        boolean hasIds() {
            return pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /// One address of a route.
    ///
    /// @param needs rows that have to be seen for it, each with its table; null where there is no such thing
    record Target(String path, List<Map.Entry<String, Map<String, Object>>> needs) {
        boolean exists() {
            return needs != null;
        }
    }

    static List<Route> all() throws IOException {
        try (var in = MatrixRoutes.class.getResourceAsStream("/authorisation.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .map(MatrixRoutes::route)
                    .toList();
        }
    }

    private static Route route(String[] cells) {
        Set<String> who = new LinkedHashSet<>(Arrays.asList(cells[2].split(" ")));
        boolean fresh = who.remove("fresh");
        return new Route(cells[0], cells[1], who, fresh);
    }

    /// Whether what it names lies in one of the tables.
    static boolean isKnown(Route route) {
        return OF.keySet().stream().anyMatch(route.pattern::startsWith);
    }

    /// Where what an address of this pattern names lies; empty where it is none of the tables.
    static String table(String pattern) {
        return OF.entrySet().stream()
                .filter(of -> pattern.startsWith(of.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /// An address of nothing, and for every thing its own.
    static List<Target> targets(Route route, Map<String, List<Map<String, Object>>> objects) {
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(path(route, UUID.randomUUID(), UUID.randomUUID()), route.hasIds() ? null : List.of()));
        String table = table(route.pattern);
        for (Map<String, Object> row : objects.getOrDefault(table, List.of())) {
            var self = Map.entry(table, row);
            Object report = table.equals("report.report") ? row.get("id") : row.get("report");
            if (route.pattern.contains("{file}")) {
                for (Map<String, Object> file : objects.get("evidence.file")) {
                    boolean of = file.get("report").equals(report);
                    targets.add(
                            new Target(
                                    path(route, row.get("id"), file.get("id")),
                                    of ? List.of(self, Map.entry("evidence.file", file)) : null));
                }
            } else if (route.pattern.contains("{row}")) {
                for (Map<String, Object> out : objects.get("access.kept_out")) {
                    boolean of = out.get("subject").equals(report);
                    targets.add(
                            new Target(
                                    path(route, row.get("id"), out.get("id")),
                                    of ? List.of(self, Map.entry("access.kept_out", out)) : null));
                }
            } else {
                targets.add(new Target(path(route, row.get("id"), ""), List.of(self)));
            }
        }
        return targets;
    }

    private static String path(Route route, Object id, Object second) {
        return route.pattern
                .replace("{id}", id.toString())
                .replace("{file}", second.toString())
                .replace("{row}", second.toString())
                .replace("{agency}", second.toString())
                .replace("{lang}", "en")
                .replace("{key}", "force")
                .replace("{step}", "words")
                .replaceAll("\\{[^}]*}", "1")
                .replace("/**", "/x");
    }
}
