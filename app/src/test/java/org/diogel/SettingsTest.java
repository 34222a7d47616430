package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// Every setting that the guides and `deploy` name is one that something reads.
class SettingsTest {

    private static final Pattern SETTING =
            Pattern.compile("\\b(?:DIOGEL|SERVER|SPRING)_[A-Z0-9_]*[A-Z0-9]\\b");

    @Test
    void everySettingThatIsNamedIsRead() throws Exception {
        Set<String> known = new TreeSet<>(ours());
        known.addAll(springs());
        Set<String> unknown = new TreeSet<>();
        int named = 0;
        for (Path file : guides()) {
            for (String name : settings(Project.text(file))) {
                named++;
                // Whatever stands behind this goes to the mail library as it is.
                if (!known.contains(name.replaceFirst("^(SPRING_MAIL_PROPERTIES)_.*", "$1"))) {
                    unknown.add(Project.name(file) + ": " + name);
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(named).isGreaterThan(20);
    }

    @Test
    void everySettingOfOursIsInAGuide() throws Exception {
        Set<String> named = new TreeSet<>();
        guides().forEach(file -> named.addAll(settings(Project.text(file))));
        Set<String> needed = new TreeSet<>(properties());
        // The launcher's own, and the demonstration's mark.
        needed.remove("DIOGEL_BRAND_DEMONSTRATION");
        needed.add("DIOGEL_ADDRESS");
        needed.add("DIOGEL_BACKUP_DIR");
        needed.add("DIOGEL_DATA");
        needed.add("DIOGEL_KEYS");
        needed.removeAll(named);
        assertThat(needed).as("settings no guide names").isEmpty();
    }

    private static List<Path> guides() {
        List<Path> all = new ArrayList<>(Project.files("docs/guides", ".md"));
        all.addAll(Project.files("deploy", ".md", ".service", ".timer", ".conf", ".example"));
        all.add(Project.root().resolve("README.md"));
        all.add(Project.root().resolve("SECURITY.md"));
        return all;
    }

    /// Named in the code as they are, or as a property.
    private static Set<String> ours() throws ClassNotFoundException {
        Set<String> all = new TreeSet<>(properties());
        List<Path> sources = new ArrayList<>(Project.files("app/src/main", ".java", ".sql"));
        sources.add(Project.root().resolve("diogel"));
        Pattern property = Pattern.compile("\"(diogel\\.[a-z.-]+)\"");
        for (Path source : sources) {
            String text = Project.text(source);
            all.addAll(settings(text));
            property.matcher(text)
                    .results()
                    .map(found -> environment(found.group(1)))
                    .forEach(all::add);
        }
        return all;
    }

    /// Components of the records that hold settings.
    private static Set<String> properties() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> all = new TreeSet<>();
        for (var found : scanner.findCandidateComponents("org.diogel")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            Arrays.stream(type.getRecordComponents())
                    .map(component -> environment(prefix + "." + component.getName()))
                    .forEach(all::add);
        }
        return all;
    }

    /// What Spring itself says it reads, in both ways to write a hyphen.
    private static Set<String> springs() throws IOException {
        Set<String> all = new TreeSet<>();
        Pattern name = Pattern.compile("\"name\"\\s*:\\s*\"((?:server|spring)\\.[a-z0-9.-]+)\"");
        for (var file :
                Collections.list(
                        SettingsTest.class
                                .getClassLoader()
                                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var in = file.openStream()) {
                name.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(
                                property -> {
                                    all.add(environment(property));
                                    all.add(environment(property.replace('-', '_')));
                                });
            }
        }
        return all;
    }

    private static Set<String> settings(String text) {
        Set<String> names = new TreeSet<>();
        SETTING.matcher(text).results().map(found -> found.group()).forEach(names::add);
        return names;
    }

    private static String environment(String property) {
        return property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }
}
