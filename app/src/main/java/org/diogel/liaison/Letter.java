package org.diogel.liaison;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diogel.consent.SharingChoice;
import org.diogel.report.Answers;
import org.diogel.report.Excerpt;

/// What is in a package: the lines of the excerpt she was shown, those held back left out, and nothing
/// else. Every page, paper and file is made from this alone.
///
/// @param lines in the order of the form
public record Letter(List<Line> lines) {

    /// @param field a field of [org.diogel.report.Questions]
    /// @param values options by their names, texts as typed
    public record Line(String field, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public Letter {
        lines = List.copyOf(lines);
    }

    static Letter of(Excerpt excerpt) {
        return new Letter(
                excerpt.shown().stream().map(s -> new Line(s.field(), s.values())).toList());
    }

    /// What of it may stand in an intelligence report: what an excerpt for anonymous intelligence would
    /// hold. The rest says where it came from and is kept apart.
    List<Line> sanitised() {
        Excerpt anonymous = Excerpt.of(answers(), SharingChoice.ANONYMOUS_INTELLIGENCE);
        return lines.stream().filter(line -> anonymous.find(line.field()).isPresent()).toList();
    }

    /// What says or may say who told it.
    List<Line> provenance() {
        List<Line> sanitised = sanitised();
        return lines.stream().filter(line -> !sanitised.contains(line)).toList();
    }

    /// Names of what is in it, for the record of looks.
    List<String> fields() {
        return lines.stream().map(Line::field).toList();
    }

    boolean is(String field, String option) {
        return lines.stream()
                .anyMatch(line -> line.field().equals(field) && line.values().contains(option));
    }

    /// As answers, to read severity, region and the like of them.
    Answers answers() {
        Map<String, List<String>> values =
                lines.stream().collect(Collectors.toMap(Line::field, Line::values));
        return new Answers(values);
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Letter[" + lines.size() + " lines]";
    }
}
