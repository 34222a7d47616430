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
import org.diogel.consent.SharingChoice;

/// The questions of the form, read once from `report/form.csv`.
public final class Questions {

    /// Written beside every agreement: which form asked.
    public static final String VERSION = "2026-11-27";

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

    /// Compared elsewhere is what can be checked: nothing that describes.
    private static Map<SharingChoice, String> given(String[] cells) {
        return Map.of(
                SharingChoice.WARNING, cells[6],
                SharingChoice.CHECKER, cells[7],
                SharingChoice.COMPARE_ELSEWHERE, cells[7],
                SharingChoice.COMPARE_HERE, cells[8],
                SharingChoice.ANONYMOUS_INTELLIGENCE, cells[9],
                SharingChoice.POLICE, cells[10],
                SharingChoice.STATISTICS, cells[11]);
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
                        given(cells));
        boolean known =
                Stream.of(Part.values()).anyMatch(part -> part.label().equals(question.part()));
        if (!known) {
            throw new IllegalStateException("No part is called " + question.part());
        }
        return question;
    }
}
