package org.diogel.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The questions of the form, read once from `report/form.csv`.
public final class Questions {

    /// Written beside every agreement: which form asked.
    public static final String VERSION = "2026-11";

    private static final Map<String, Question> ALL = load();

    private Questions() {}

    /// Every question in the order of the form.
    public static List<Question> all() {
        return List.copyOf(ALL.values());
    }

    static List<Question> of(String step) {
        return ALL.values().stream().filter(q -> q.step().equals(step)).toList();
    }

    public static Optional<Question> find(String field) {
        return Optional.ofNullable(ALL.get(field));
    }

    private static Map<String, Question> load() {
        try (var in = Questions.class.getResourceAsStream("/report/form.csv")) {
            if (in == null) {
                throw new IllegalStateException("report/form.csv is missing");
            }
            Map<String, Question> all = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Questions::read)
                    .forEach(question -> all.put(question.field(), question));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Question read(String line) {
        String[] cells = line.split(",", -1);
        List<String> options =
                Arrays.stream(cells[5].split(" ")).filter(o -> !o.isEmpty()).toList();
        Question question =
                new Question(
                        cells[0],
                        cells[1],
                        Question.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                        cells[3],
                        Integer.parseInt(cells[4]),
                        options,
                        cells[6]);
        boolean known =
                Stream.of(Part.values()).anyMatch(part -> part.label().equals(question.part()));
        if (!known) {
            throw new IllegalStateException("No part is called " + question.part());
        }
        return question;
    }
}
