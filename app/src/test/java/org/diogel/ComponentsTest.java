package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every library that runs is one that somebody looked at: the same name and version stands in
/// `docs/components.csv` with a licence that may be used, and `NOTICES.md` names it. TRUST §5 H.
class ComponentsTest {

    /// Of those with a choice of licences, the one that is taken.
    private static final Set<String> MAY_BE_USED =
            Set.of(
                    "Apache-2.0", "MIT", "MIT-style", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "0BSD",
                    "Unicode-3.0", "LGPL-2.1-or-later");

    /// As the build lists them: group, artifact, kind, perhaps a classifier, version, scope.
    private static final Pattern LISTED =
            Pattern.compile("\\s+([\\w.-]+):([\\w.-]+):jar(?::([\\w.-]+))?:([\\w.-]+):(compile|runtime)\\b.*");

    private record Component(String name, String licence, String notice) {}

    @Test
    void whatRunsIsWhatWasApproved() {
        Path list = Project.app().resolve("target/components.txt");
        List<String> running = new ArrayList<>();
        for (String line : Project.text(list).lines().toList()) {
            Matcher found = LISTED.matcher(line);
            if (found.matches()) {
                String classifier = found.group(3) == null ? "" : ":" + found.group(3);
                running.add(found.group(1) + ":" + found.group(2) + classifier + ":" + found.group(4));
            }
        }
        assertThat(running).hasSizeGreaterThan(90);
        assertThat(running)
                .containsExactlyInAnyOrderElementsOf(approved().stream().map(Component::name).toList());
    }

    @Test
    void everyLicenceMayBeUsedAndNoneIsTheGpl() {
        assertThat(approved())
                .allSatisfy(
                        one -> {
                            assertThat(one.licence()).as(one.name()).isIn(MAY_BE_USED);
                            assertThat(one.licence()).as(one.name()).doesNotMatch("A?GPL.*");
                        });
    }

    @Test
    void theNoticesNameEachWithItsLicence() {
        Map<String, String> missing = new TreeMap<>();
        List<String> notices =
                Project.text(Project.root().resolve("NOTICES.md")).lines()
                        .filter(line -> line.startsWith("| "))
                        .toList();
        for (Component one : approved()) {
            boolean named =
                    notices.stream()
                            .map(line -> line.split("\\|"))
                            .anyMatch(
                                    cells ->
                                            cells[1].contains(one.notice())
                                                    && (cells[2].contains(one.licence().replace("-or-later", ""))));
            if (!named) {
                missing.put(one.name(), one.notice() + ", " + one.licence());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Component> approved() {
        return Project.text(Project.root().resolve("docs/components.csv")).lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Component(cells[0], cells[1], cells[2]))
                .toList();
    }
}
