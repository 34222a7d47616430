package org.diogel.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Whether what was told suggests that a child is concerned although nobody said so. HO §5.3.
final class ChildSigns {

    private static final List<Pattern> WORDS = load();
    private static final List<String> TEXTS = List.of("words", "them.manner", "them.description");

    private ChildSigns() {}

    /// Somebody younger was asked for; or, unless the person it happened to is said to be an adult,
    /// the words speak of a child.
    static boolean in(Answers answers) {
        return answers.is("what.kinds", "younger")
                || !answers.is("who.adult", "yes") && TEXTS.stream().anyMatch(f -> spoken(answers.text(f)));
    }

    private static boolean spoken(String text) {
        String plain = text.replace('’', '\'');
        return WORDS.stream().anyMatch(word -> word.matcher(plain).find());
    }

    private static List<Pattern> load() {
        try (var in = ChildSigns.class.getResourceAsStream("/report/child-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("report/child-words.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(
                            line ->
                                    Pattern.compile(
                                            line.strip(),
                                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
