package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.diogel.Project;
import org.junit.jupiter.api.Test;

/// The sweep destroys old data keys that no report names. Another feature with data keys of its own
/// must first be asked about them there, or its data would be lost after 35 days.
class DataKeysTest {

    @Test
    void onlyThisHasDataKeysOfItsOwnAndSparesThemFromTheSweep() {
        List<String> makers =
                Project.files("app/src/main/java", ".java").stream()
                        .filter(file -> Project.text(file).contains(".newKey()"))
                        .map(Project::name)
                        .filter(name -> !name.contains("/vault/"))
                        .toList();
        assertThat(makers)
                .containsExactly(
                        Path.of("app/src/main/java/org/diogel/access/Ties.java").toString(),
                        Path.of("app/src/main/java/org/diogel/alert/Alerts.java").toString(),
                        Path.of("app/src/main/java/org/diogel/contest/Requests.java").toString(),
                        Path.of("app/src/main/java/org/diogel/report/Telling.java").toString(),
                        Path.of("app/src/main/java/org/diogel/retention/HoldWords.java").toString(),
                        Path.of("app/src/main/java/org/diogel/subjectaccess/Copies.java").toString(),
                        Path.of("app/src/main/java/org/diogel/subjectaccess/NotesAsked.java").toString(),
                        Path.of("app/src/main/java/org/diogel/subjectaccess/OwnCopies.java").toString());
    }
}
