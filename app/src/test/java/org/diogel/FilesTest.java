package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What holds for every file of the project.
class FilesTest {

    @Test
    void noFileIsLongerThan400LinesOrLeavesWorkBehind() {
        Pattern leftOver = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        Map<String, String> wrong = new TreeMap<>();
        for (Path file : Project.files("", ".java", ".jte", ".js", ".css", ".sql")) {
            String text = Project.text(file);
            long lines = text.lines().count();
            if (lines > 400 && !file.toString().endsWith(".css")) {
                wrong.put(Project.name(file), lines + " lines");
            }
            if (leftOver.matcher(text).find()) {
                wrong.put(Project.name(file), "has work left over");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        Pattern off =
                Pattern.compile("@(?:[\\w.]+\\.)?(Disabled|Ignore)\\b|assume(True|False|That)\\(");
        List<String> found =
                Project.files("", "Test.java", "IT.java").stream()
                        .filter(f -> !f.endsWith("FilesTest.java"))
                        .filter(f -> off.matcher(Project.text(f)).find())
                        .map(Project::name)
                        .toList();
        assertThat(found).isEmpty();
    }
}
