package org.diogel.liaison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diogel.consent.SharingChoice;
import org.diogel.report.Answers;
import org.diogel.report.Enclosed;
import org.diogel.report.Excerpt;
import org.diogel.report.Going;

/// What is in a package: the lines of the excerpt she was shown, those held back left out, and nothing
/// else. Every page, paper and file is made from this alone.
///
/// @param lines in the order of the form
/// @param files that go with it, named; they stay sealed with the report until they are opened
public record Letter(List<Line> lines, List<File> files) {

    /// @param field a field of [org.diogel.report.Questions]
    /// @param values options by their names, texts as typed
    public record Line(String field, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /// @param key message key of its kind
    /// @param size bytes as it came
    /// @param words hers about it
    /// @param notes message keys of how it goes
    /// @param digest SHA-256 of what goes, in hexadecimal; empty while it waits for the virus scanner
    public record File(
            UUID id,
            String key,
            String ending,
            int size,
            String words,
            List<String> notes,
            String digest) {
        public File {
            notes = List.copyOf(notes);
        }

        /// What it is saved as, the first of a package being number 1.
        static String name(int number, File file) {
            return "file" + number + "." + file.ending();
        }
    }

    /// One that was sealed before files went along has none.
    public Letter {
        lines = List.copyOf(lines);
        files = files == null ? List.of() : List.copyOf(files);
    }

    static Letter of(Excerpt excerpt) {
        return of(excerpt, _ -> "");
    }

    /// @param digest of what goes of a file
    static Letter of(Excerpt excerpt, Function<UUID, String> digest) {
        return new Letter(
                excerpt.shown().stream().map(s -> new Line(s.field(), s.values())).toList(),
                excerpt.goingFiles().stream().map(going -> file(going, digest)).toList());
    }

    private static File file(Going going, Function<UUID, String> digest) {
        Enclosed what = going.what();
        return new File(
                what.id(),
                what.key(),
                going.ending(),
                going.size(),
                what.words(),
                what.notes(),
                digest.apply(what.id()));
    }

    /// What a file of it is saved as; empty for one that is not of it.
    Optional<String> nameOf(UUID file) {
        return IntStream.range(0, files.size())
                .filter(i -> files.get(i).id().equals(file))
                .mapToObj(i -> File.name(i + 1, files.get(i)))
                .findFirst();
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
        return Stream.concat(
                        lines.stream().map(Line::field),
                        files.isEmpty() ? Stream.of() : Stream.of("files"))
                .toList();
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
