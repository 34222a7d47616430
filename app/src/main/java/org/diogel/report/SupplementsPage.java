package org.diogel.report;

import java.util.List;
import java.util.stream.Collectors;
import org.diogel.consent.Supplement;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.Legend;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;

/// Whether others get what she added too.
///
/// @param whose the report's mark
public record SupplementsPage(List<One> all, String whose) {

    /// One thing she added.
    ///
    /// @param heading when
    /// @param line exactly what each recipient would get
    /// @param boxes one for each of them; none ticked beforehand
    /// @param not who gets nothing of it and why, in words
    public record One(
            String heading, Previews.Line line, Component<?> boxes, List<String> not) {}

    static View of(Texts texts, Form form, Ticket ticket, List<Supplements.Ask> asks) {
        return View.of(
                        "report/supplements",
                        texts.t("report.also.title"),
                        new SupplementsPage(
                                asks.stream().map(ask -> one(texts, form, ask)).toList(),
                                ticket.mark()))
                .with(form)
                .back("/receipt");
    }

    private static One one(Texts texts, Form form, Supplements.Ask ask) {
        Addition addition = ask.addition();
        return new One(
                texts.t("report.told.added", "when", texts.date(addition.at())),
                new Previews.Line(
                        new Wording(texts).question(addition.kind().field()),
                        addition.text(),
                        ""),
                Checkboxes.of(
                                "also",
                                Legend.small(texts.t("report.also.who")),
                                ask.open().stream()
                                        .map(
                                                id ->
                                                        Choice.of(ask.pick(id), name(texts, id))
                                                                .withId("also-" + ask.pick(id)))
                                        .toList())
                        .checked(form.all("also")),
                ask.held().stream()
                        .map(
                                held ->
                                        name(texts, held.recipient())
                                                + " – "
                                                + texts.t("report.held." + held.reason()))
                        .toList());
    }

    static ToldPage.Added added(Texts texts, Told told, OwnWords words, Addition addition) {
        String names =
                told.supplements().stream()
                        .filter(s -> s.addition().equals(addition.id()))
                        .map(Supplement::recipient)
                        .map(id -> name(texts, id))
                        .collect(Collectors.joining(", "));
        return new ToldPage.Added(
                addition,
                names.isEmpty() ? "" : texts.t("report.also.agreed", "who", names),
                words.answer(addition));
    }

    private static String name(Texts texts, String recipient) {
        return texts.t("report.recipient." + recipient);
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "SupplementsPage";
    }
}
