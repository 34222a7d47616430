package org.diogel.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.consent.SharingChoice;

/// Exactly what one recipient gets of a report, and what is held back and why. The page that asks
/// her and the code that sends use this one function, so that they cannot differ.
///
/// @param lines one for each thing she told, in the order of the form; "I do not know" and "I would
///     rather not say" tell nothing
/// @param closed fields of the form this recipient gets nothing of, answered or not
/// @param files what later features keep that goes with it: with full details alone
/// @param power whether she says that the person is a police officer or a professional, and so may
///     work for one of those who would learn of it
public record Excerpt(
        SharingChoice choice,
        List<Line> lines,
        Set<String> closed,
        List<Going> files,
        boolean power) {

    /// One answer.
    public sealed interface Line {
        /// A field of [Questions].
        String field();
    }

    /// @param values options by their names, texts as typed, a date as `2026-03-27`, `2026-03` or
    ///     `2026`
    public record Shown(String field, List<String> values) implements Line {}

    /// @param reason `words`, `you`, `close`, `direct` with message keys `report.held.<reason>`; `kept`
    ///     and `unneeded`, of which nobody is told
    public record HeldBack(String field, String reason) implements Line {
        /// Neither her choices nor her safety now are part of what anybody gets; nor is a recipient
        /// told that there is something nothing would be done with.
        boolean isKept() {
            return reason.equals("kept") || reason.equals("unneeded");
        }
    }

    public Excerpt {
        lines = List.copyOf(lines);
        closed = Set.copyOf(closed);
        files = List.copyOf(files);
    }

    /// Without what later features keep with it.
    public static Excerpt of(Answers answers, SharingChoice choice) {
        return of(answers, choice, List.of());
    }

    /// @param going what she said may go to others, in the order it came
    static Excerpt of(Answers answers, SharingChoice choice, List<Going> going) {
        List<Line> lines = new ArrayList<>();
        Set<String> closed = new HashSet<>();
        for (Question question : Questions.all()) {
            Optional<String> reason = held(question, answers, choice);
            if (reason.isPresent()) {
                closed.add(question.field());
            }
            List<String> values = answers.list(question.field());
            if (!values.isEmpty() && !Question.saysNothing(values)) {
                lines.add(line(question, answers, choice, reason));
            }
        }
        return new Excerpt(
                choice,
                lines,
                closed,
                carriesFiles(choice) ? going : List.of(),
                answers.isAboutPower());
    }

    /// Something she added later, as one recipient would get it: her own words, wherever she writes them,
    /// go to whom they may go to.
    static Excerpt ofAddition(Answers answers, Addition addition, SharingChoice choice) {
        Question words = Questions.find("words").orElseThrow();
        String field = addition.kind().field();
        Optional<String> reason = held(words, answers, choice);
        Line line =
                reason.isPresent()
                        ? new HeldBack(field, reason.get())
                        : new Shown(field, List.of(addition.text()));
        return new Excerpt(choice, List.of(line), Set.of(), List.of(), answers.isAboutPower());
    }

    /// A picture or a file may say who she is, whatever is taken out of it.
    static boolean carriesFiles(SharingChoice choice) {
        return choice == SharingChoice.POLICE;
    }

    /// As it was while only so many files were there.
    public Excerpt withFirst(int most) {
        return new Excerpt(choice, lines, closed, files.subList(0, most), power);
    }

    /// The files that go, but for those that something speaks against by now.
    public List<Going> goingFiles() {
        return files.stream().filter(Going::stands).toList();
    }

    /// The lines of the page that asks her.
    List<Line> asShown() {
        return lines.stream().filter(l -> !(l instanceof HeldBack held && held.isKept())).toList();
    }

    public List<Shown> shown() {
        return lines.stream()
                .filter(Shown.class::isInstance)
                .map(Shown.class::cast)
                .toList();
    }

    /// What is shown of one field; empty when it is held back or was not answered.
    public Optional<Shown> find(String field) {
        return shown().stream().filter(line -> line.field().equals(field)).findFirst();
    }

    /// SHA-256 over every line but what is kept here and is no part of what she is shown, and over every
    /// file she said may go, whether or not something speaks against it by now: two excerpts read the same exactly when their digests are the same.
    public byte[] digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, choice.name());
            for (Line line : asShown()) {
                add(sha, line.field());
                switch (line) {
                    case Shown shown -> {
                        add(sha, "shown" + shown.values().size());
                        shown.values().forEach(value -> add(sha, value));
                    }
                    case HeldBack held -> add(sha, "held " + held.reason());
                }
            }
            for (Going file : files) {
                add(sha, "file " + file.what().id());
                add(sha, file.what().key() + " " + file.ending() + " " + file.size());
                add(sha, (file.copied() ? "copy " : "original ") + file.what().words());
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }

    private static Line line(
            Question question, Answers answers, SharingChoice choice, Optional<String> reason) {
        String field = question.field();
        List<String> values = answers.list(field);
        if (reason.isPresent()) {
            return new HeldBack(field, reason.get());
        }
        return new Shown(
                field,
                question.given(choice).equals("month") ? List.of(month(values.getFirst())) : values);
    }

    /// Why nothing is given of this question, whatever was or will be answered to it.
    private static Optional<String> held(
            Question question, Answers answers, SharingChoice choice) {
        String given = question.given(choice);
        return switch (given) {
            case "shown", "month" -> Optional.empty();
            case "unless-close" -> answers.isClose() ? Optional.of("close") : Optional.empty();
            case "unless-known" ->
                    answers.isClose() || answers.is(question.field(), "known")
                            ? Optional.of("close")
                            : Optional.empty();
            case "if-direct" ->
                    answers.is("contact.police", "direct")
                            ? Optional.empty()
                            : Optional.of("direct");
            default -> Optional.of(given);
        };
    }

    private static String month(String date) {
        return date.length() > 7 ? date.substring(0, 7) : date;
    }

    private static void add(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        sha.update(bytes);
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Excerpt[" + choice + ", " + lines.size() + " lines]";
    }
}
