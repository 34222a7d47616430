package org.diogel.trust;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diogel.database.TestDatabase;

/// Every row that belongs to one agency, by a digest of each table, to see whether a stranger changed it.
final class Owned {

    private Owned() {}

    static Map<String, String> rows(Project project) throws Exception {
        Map<String, String> digests = new LinkedHashMap<>();
        String own = project.staff().agency().id().toString();
        WallRules rules = WallRules.of(tables());
        rules.everything()
                .forEach(
                        (table, rows) ->
                                digests.put(
                                        table,
                                        Dump.sha256(
                                                rows.stream()
                                                        .filter(row -> own.equals(rules.owner(table, row)))
                                                        .toList()
                                                        .toString()
                                                        .getBytes(StandardCharsets.UTF_8))));
        return digests;
    }

    /// Tables whose rows of that agency are others than before.
    static Set<String> changed(Project project, Map<String, String> before) throws Exception {
        Set<String> changed = new TreeSet<>();
        rows(project)
                .forEach(
                        (table, digest) -> {
                            if (!digest.equals(before.get(table))) {
                                changed.add(table);
                            }
                        });
        return changed;
    }

    /// Every table of ours but the framework's and the context's.
    static List<String> tables() throws Exception {
        try (var superuser = TestDatabase.superuser()) {
            return Dump.tables(superuser).stream()
                    .filter(t -> !t.startsWith("platform.") && !t.startsWith("context."))
                    .toList();
        }
    }
}
