package org.diogel.report;

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
    /// @param used whether anything is done with her yes already
    /// @param open whether she ticked any
    public record Preview(
            String id,
            String name,
            Component<?> boxes,
            List<Line> lines,
            boolean used,
            boolean open) {}

    /// One answer as the recipient sees it, or struck through with the reason it is held back.
    ///
    /// @param heldBack the reason in words; empty for what is shown
    public record Line(String question, String value, String heldBack) {}

    /// @param ticked ids of recipients
    static Previews of(
            Texts texts, Answers answers, List<Recipient> recipients, Set<String> ticked) {
        Boxes boxes = new Boxes(texts, answers, recipients);
        Wording wording = new Wording(texts);
        return new Previews(
                Arrays.stream(SharingChoice.values())
                        .map(
                                choice ->
                                        new Preview(
                                                Boxes.label(choice),
                                                texts.t("report.choice." + Boxes.label(choice)),
                                                boxes.of(choice, ticked),
                                                Excerpt.of(answers, choice).asShown().stream()
                                                        .map(l -> line(wording, texts, answers, l))
                                                        .toList(),
                                                boxes.isUsed(choice),
                                                boxes.isTicked(choice, ticked)))
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

    /// What is held back needs no more than its beginning.
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 160
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 150)) + " …";
    }
}
