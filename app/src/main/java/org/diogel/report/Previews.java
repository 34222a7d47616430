package org.diogel.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.diogel.consent.Recipient;
import org.diogel.consent.SharingChoice;
import org.diogel.govuk.Component;
import org.diogel.web.Texts;

/// Exactly what would be got through each of the seven choices, with boxes to agree to it. Before
/// sending and whenever she changes her choices: nobody agrees to what was not shown.
///
/// @param notTheirs nothing may be shared: the boxes stand there and cannot be ticked
/// @param warningOnly but for a warning, since a worker told it
public record Previews(List<Preview> all, boolean notTheirs, boolean warningOnly) {

    /// What the recipients of one choice would get.
    ///
    /// @param id of the choice, such as `anonymous-intelligence`
    /// @param boxes to agree to each recipient
    /// @param files that would go with it
    /// @param noFiles that none goes, in words; empty where one does, or where nothing goes anyhow
    /// @param used whether anything is done with her yes already
    /// @param open whether she ticked any
    public record Preview(
            String id,
            String name,
            Component<?> boxes,
            List<Line> lines,
            List<Line> files,
            String noFiles,
            boolean used,
            boolean open) {}

    /// One answer as the recipient sees it, or struck through with the reason it is held back.
    ///
    /// @param heldBack the reason in words; empty for what is shown
    public record Line(String question, String value, String heldBack) {}

    /// @param going what she said may go to others
    /// @param ticked ids of recipients
    static Previews of(
            Texts texts,
            Answers answers,
            List<Going> going,
            List<Recipient> recipients,
            Set<String> ticked) {
        Boxes boxes = new Boxes(texts, answers, recipients);
        Wording wording = new Wording(texts);
        return new Previews(
                Arrays.stream(SharingChoice.values())
                        .map(
                                choice -> {
                                    Excerpt excerpt = Excerpt.of(answers, choice, going);
                                    return new Preview(
                                            Boxes.label(choice),
                                            texts.t("report.choice." + Boxes.label(choice)),
                                            boxes.of(choice, ticked),
                                            excerpt.asShown().stream()
                                                    .map(l -> line(wording, texts, answers, l))
                                                    .toList(),
                                            excerpt.goingFiles().stream()
                                                    .map(file -> line(texts, file))
                                                    .toList(),
                                            noFiles(texts, excerpt),
                                            boxes.isUsed(choice),
                                            boxes.isTicked(choice, ticked));
                                })
                        .toList(),
                !answers.mayBeShared(),
                answers.isToldByWorker());
    }

    private static Line line(Wording wording, Texts texts, Answers answers, Excerpt.Line line) {
        String question = wording.question(line.field());
        return switch (line) {
            case Excerpt.Shown shown ->
                    new Line(question, wording.value(line.field(), shown.values()), "");
            case Excerpt.HeldBack held ->
                    new Line(
                            question,
                            shortened(wording.value(line.field(), answers.list(line.field()))),
                            texts.t("report.held." + held.reason()));
        };
    }

    private static Line line(Texts texts, Going file) {
        Enclosed what = file.what();
        List<String> words = new ArrayList<>();
        if (!what.words().isEmpty()) {
            words.add(what.words());
        }
        what.notes().forEach(note -> words.add(texts.t(note)));
        return new Line(
                Going.name(texts, what.key(), file.ending(), file.size()),
                String.join("\n", words),
                "");
    }

    /// Said of everything that somebody outside gets.
    private static String noFiles(Texts texts, Excerpt excerpt) {
        boolean goes =
                switch (excerpt.choice()) {
                    case WARNING, ANONYMOUS_INTELLIGENCE, POLICE -> true;
                    default -> false;
                };
        return goes && excerpt.goingFiles().isEmpty() ? texts.t("report.files.none") : "";
    }

    /// What is held back needs no more than its beginning.
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 160
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 150)) + " …";
    }
}
