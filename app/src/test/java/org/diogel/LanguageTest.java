package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Welsh and English are equals: every text exists in both, says the same things, and in our words.
class LanguageTest {

    private static final Map<String, String> ENGLISH = load("en");
    private static final Map<String, String> WELSH = load("cy");

    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "(?iu)(?<![.\\w])(victim|prostitut|punter|client|failed|disengaged|invalid\\b"
                            + "|dioddefwr|dioddefwyr|putain|puteiniaid|puteindra|annilys)\\w*");

    /// Where a key stands as such: arguments of the text methods, errors of forms, the navigation.
    private static final Pattern KEY_IN_CODE =
            Pattern.compile(
                    "(?:\\b(?:t|rich|has)\\(\\s*|\\bwithError\\(\\s*[^,()]+,\\s*"
                            + "|\\bnew Form\\.Mend\\(\\s*|\\bnew NavItem\\(\\s*\\d+,\\s*\"[^\"]+\",\\s*)"
                            + "\"([a-z]+\\.[^\"\\s]*)\"");

    private static final Pattern ANY_LITERAL = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_.-]*)\"");

    @Test
    void everyTextExistsInEnglishAndInWelsh() {
        assertThat(minus(ENGLISH.keySet(), WELSH.keySet())).as("missing in Welsh").isEmpty();
        assertThat(minus(WELSH.keySet(), ENGLISH.keySet())).as("missing in English").isEmpty();
        assertThat(ENGLISH).isNotEmpty();
    }

    @Test
    void everyKeyBeginsWithTheNameOfItsFile() {
        List<String> wrong = new ArrayList<>();
        for (Path file : files("en")) {
            String name = file.getFileName().toString().replace("_en.properties", "");
            properties(file).stringPropertyNames().stream()
                    .filter(key -> !key.startsWith(name + "."))
                    .forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        List<String> twice = new ArrayList<>();
        for (String lang : List.of("en", "cy")) {
            for (Path file : files(lang)) {
                Set<String> seen = new TreeSet<>();
                Matcher key =
                        Pattern.compile("(?m)^\\s*([A-Za-z0-9_.-]+)\\s*[=:]")
                                .matcher(Project.text(file).replaceAll("\\\\\n[^\n]*", ""));
                while (key.find()) {
                    if (!seen.add(key.group(1))) {
                        twice.add(Project.name(file) + ": " + key.group(1));
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void bothLanguagesHoldTheSamePlaceholdersAndMarkup() {
        List<String> wrong = new ArrayList<>();
        for (var text : ENGLISH.entrySet()) {
            String welsh = WELSH.getOrDefault(text.getKey(), "");
            if (!arguments(text.getValue()).equals(arguments(welsh))) {
                wrong.add(text.getKey() + ": other placeholders");
            }
            if (!tags(text.getValue()).equals(tags(welsh))) {
                wrong.add(text.getKey() + ": other markup");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Welsh counts in six: 0, 1, 2, 3, 6 and the rest each change what follows.
    @Test
    void everyPluralHasAllTheFormsOfItsLanguage() {
        List<String> wrong = new ArrayList<>();
        WELSH.forEach((key, text) ->
                plurals(text)
                        .forEach(forms -> {
                            if (!forms.containsAll(
                                    List.of("zero", "one", "two", "few", "many", "other"))) {
                                wrong.add("cy " + key + " has only " + forms);
                            }
                        }));
        ENGLISH.forEach((key, text) ->
                plurals(text)
                        .forEach(forms -> {
                            if (!forms.containsAll(List.of("one", "other"))) {
                                wrong.add("en " + key + " has only " + forms);
                            }
                        }));
        for (var text : ENGLISH.entrySet()) {
            if (plurals(text.getValue()).size()
                    != plurals(WELSH.getOrDefault(text.getKey(), "")).size()) {
                wrong.add(text.getKey() + " counts in one language only");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyKeyThatAPageOrAClassUsesExists() {
        List<String> missing = new ArrayList<>();
        Set<String> features =
                ENGLISH.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.toSet());
        for (Path file : sources()) {
            // An example in a comment is no use of a text.
            String text = Project.text(file).replaceAll("(?m)^\\s*//.*$", "");
            Pattern where = file.toString().endsWith(".jte") ? ANY_LITERAL : KEY_IN_CODE;
            where.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> features.contains(key.substring(0, key.indexOf('.'))))
                    .filter(key -> !exists(key))
                    .forEach(key -> missing.add(Project.name(file) + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    /// Not a law: a text nobody shows is dead weight. Keys that are put together from data are
    /// found by their beginning.
    @Test
    void textsThatNobodyUsesArePrinted() {
        Set<String> literals = new TreeSet<>();
        for (Path file : sources()) {
            ANY_LITERAL
                    .matcher(Project.text(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(literals::add);
        }
        List<String> unused =
                ENGLISH.keySet().stream()
                        .filter(key -> !literals.contains(key))
                        .filter(key ->
                                literals.stream()
                                        .noneMatch(l ->
                                                l.endsWith(".") && key.startsWith(l)
                                                        || key.startsWith(l + ".")))
                        .toList();
        System.out.println(unused.size() + " texts that no page or class names: " + unused);
        assertThat(literals).isNotEmpty();
    }

    @Test
    void noTextUsesAWordThatHurts() {
        List<String> found = new ArrayList<>();
        Map<String, String> excepted = Project.exceptions("words.txt");
        for (var texts : List.of(ENGLISH, WELSH)) {
            texts.forEach((key, text) -> {
                if (FORBIDDEN.matcher(text).find() && !excepted.containsKey(key)) {
                    found.add(key + ": " + text);
                }
            });
        }
        assertThat(found).isEmpty();
    }

    /// In ICU a straight apostrophe quotes what follows and vanishes; ours are typographic.
    @Test
    void noTextHoldsAStraightApostrophe() {
        List<String> found = new ArrayList<>();
        for (var texts : List.of(ENGLISH, WELSH)) {
            texts.forEach((key, text) -> {
                if (text.indexOf('\'') >= 0) {
                    found.add(key);
                }
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTextIsEmptyOrLeftInEnglish() {
        Map<String, String> same = Project.exceptions("same-in-both.txt");
        List<String> wrong = new ArrayList<>();
        ENGLISH.forEach((key, text) -> {
            String welsh = WELSH.getOrDefault(key, "");
            boolean words =
                    Pattern.compile("\\p{L}{2,}")
                            .matcher(text.replaceAll("\\{[^}]*\\}|<[^>]*>", ""))
                            .find();
            if (text.isBlank() || welsh.isBlank()) {
                wrong.add(key + " is empty");
            } else if (words && text.equals(welsh) && !same.containsKey(key)) {
                wrong.add(key + " is the same in both");
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(same.keySet())
                .as("exceptions nobody needs any more")
                .allMatch(key -> ENGLISH.getOrDefault(key, "").equals(WELSH.get(key)));
    }

    private static boolean exists(String key) {
        return key.endsWith(".")
                ? ENGLISH.keySet().stream().anyMatch(k -> k.startsWith(key))
                : ENGLISH.containsKey(key);
    }

    private static Set<String> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME
                    || part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(pattern.getSubstring(part));
            }
        }
        return names;
    }

    /// The forms of each plural of a text.
    private static List<Set<String>> plurals(String text) {
        MessagePattern pattern = new MessagePattern(text);
        List<Set<String>> all = new ArrayList<>();
        List<Set<String>> open = new ArrayList<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            switch (part.getType()) {
                case ARG_START -> {
                    Set<String> forms =
                            part.getArgType() == MessagePattern.ArgType.PLURAL
                                    ? new TreeSet<>()
                                    : null;
                    open.add(forms);
                    if (forms != null) {
                        all.add(forms);
                    }
                }
                case ARG_LIMIT -> open.removeLast();
                case ARG_SELECTOR -> {
                    if (open.getLast() != null) {
                        open.getLast().add(pattern.getSubstring(part));
                    }
                }
                default -> {}
            }
        }
        return all;
    }

    private static List<String> tags(String text) {
        return Pattern.compile("</?([a-z0-9]+)")
                .matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Set<String> minus(Collection<String> these, Collection<String> those) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private static List<Path> sources() {
        List<Path> all = new ArrayList<>(Project.files("app/src/main/java", ".java"));
        all.addAll(Project.files("app/src/main/jte", ".jte"));
        return all;
    }

    private static List<Path> files(String lang) {
        return Project.files("app/src/main/resources/messages", "_" + lang + ".properties");
    }

    private static Map<String, String> load(String lang) {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(lang)) {
            Properties properties = properties(file);
            properties.stringPropertyNames().forEach(k -> all.put(k, properties.getProperty(k)));
        }
        return all;
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Project.text(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
