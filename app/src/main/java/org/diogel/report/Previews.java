package org.diogel.report;

import java.util.List;
import java.util.Set;
import org.diogel.consent.Recipient;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.web.Texts;

/// Exactly what each recipient would get, with a box to agree to it. Before sending and whenever she
/// changes her choices: nobody agrees to what was not shown.
///
/// @param notTheirs nothing may be shared: the boxes stand there and cannot be ticked
public record Previews(List<Preview> all, boolean notTheirs) {

    /// What one recipient would get.
    ///
    /// @param box to agree to it
    public record Preview(String id, String name, Component<?> box, List<Line> lines) {}

    /// One answer as the recipient sees it, or struck through with the reason it is held back.
    ///
    /// @param heldBack the reason in words; empty for what is shown
    public record Line(String question, String value, String heldBack) {}

    /// @param ticked ids of recipients
    static Previews of(
            Texts texts, Answers answers, List<Recipient> recipients, Set<String> ticked) {
        Wording wording = new Wording(texts);
        boolean open = answers.mayBeShared();
        return new Previews(
                recipients.stream()
                        .filter(Recipient::connected)
                        .map(
                                recipient ->
                                        new Preview(
                                                recipient.id(),
                                                texts.t("report.recipient." + recipient.id()),
                                                box(texts, recipient, open, ticked),
                                                Excerpt.of(answers, recipient.choice())
                                                        .asShown()
                                                        .stream()
                                                        .map(line -> line(wording, texts, answers, line))
                                                        .toList()))
                        .toList(),
                !open);
    }

    private static Component<?> box(
            Texts texts, Recipient recipient, boolean open, Set<String> ticked) {
        String name = texts.t("report.recipient." + recipient.id());
        Choice choice =
                Choice.of(recipient.id(), texts.t("report.check.send-to", "who", name))
                        .withId("sharing-" + recipient.id());
        return open
                ? Checkboxes.single("sharing", choice).checked(ticked)
                : Checkboxes.single(
                        "sharing",
                        choice.withDisabled(true).withHint(texts.t("report.sharing.shut")));
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
