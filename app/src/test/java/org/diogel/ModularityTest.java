package org.diogel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// A feature is a package; it uses what stands before it, through its door, and says so.
class ModularityTest {

    private static final String BEGIN = "<!-- modules:begin -->";
    private static final String END = "<!-- modules:end -->";
    private static final Path DOCUMENT = Project.root().resolve("ARCHITECTURE.md");

    @Test
    void featuresMeetOnlyAtTheirDoorsAndInOneDirection() throws IOException {
        ApplicationModules.of(DiogelApplication.class, resideInAnyPackage(libraries())).verify();
    }

    @Test
    void everyFeatureNamesWhatItMayUseAndAllOfItStandsBeforeIt() {
        List<String> wrong = new ArrayList<>();
        for (String feature : present()) {
            if (!Project.FEATURES.contains(feature)) {
                wrong.add(feature + " has no place in the order of the house");
            }
            for (String used : uses(feature)) {
                // A named interface of a feature is written feature::name.
                String name = used.split("::")[0].strip();
                if (Project.FEATURES.indexOf(name) < 0
                        || Project.FEATURES.indexOf(name) >= Project.FEATURES.indexOf(feature)) {
                    wrong.add(feature + " may not use " + used);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableInTheArchitectureDocumentIsTrue() {
        String document = Project.text(DOCUMENT);
        int from = document.indexOf(BEGIN);
        int to = document.indexOf(END);
        assertThat(from).as("ARCHITECTURE.md has the line " + BEGIN).isNotNegative();
        assertThat(to).as("ARCHITECTURE.md has the line " + END).isGreaterThan(from);
        String fresh =
                document.substring(0, from) + BEGIN + "\n" + table() + document.substring(to);
        if (Project.WRITE) {
            Project.write(DOCUMENT, fresh);
        } else {
            assertThat(document)
                    .as(
                            "ARCHITECTURE.md is stale: DIOGEL_WRITE=true ./diogel test ModularityTest")
                    .isEqualTo(fresh);
        }
    }

    private static String table() {
        return present().stream()
                .map(f ->
                        "| `%s` | %s |\n"
                                .formatted(
                                        f,
                                        uses(f).isEmpty() ? "nothing" : String.join(", ", uses(f))))
                .collect(Collectors.joining("", "| feature | may use |\n|---|---|\n", ""));
    }

    private static List<String> uses(String feature) {
        try {
            ApplicationModule module =
                    Class.forName("org.diogel." + feature + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            assertThat(module).as("@ApplicationModule on " + feature).isNotNull();
            return Arrays.stream(module.allowedDependencies())
                    .sorted(
                            java.util.Comparator.comparingInt(
                                    used -> Project.FEATURES.indexOf(used.split("::")[0].strip())))
                    .toList();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(feature + " has no package-info.java", missing);
        }
    }

    /// The packages there are, in the order of the house; unknown ones last.
    private static List<String> present() {
        Path top = Project.app().resolve("src/main/java/org/diogel");
        try (var folders = Files.list(top)) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .sorted(
                            java.util.Comparator.comparingInt(f ->
                                    Project.FEATURES.contains(f)
                                            ? Project.FEATURES.indexOf(f)
                                            : Integer.MAX_VALUE))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /// Libraries live in `libs/` and know nothing of Diogel: they are not features.
    static String[] libraries() throws IOException {
        try (var folders = Files.list(Project.root().resolve("libs"))) {
            return folders.map(f -> "org.diogel." + f.getFileName() + "..").toArray(String[]::new);
        }
    }
}
