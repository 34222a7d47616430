package org.diogel.checker;

import java.util.Arrays;
import java.util.List;
import org.diogel.alert.WarningWords;
import org.diogel.figures.Figures;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.FormControl;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.report.QueueItem;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The page on which the desk searches its reports.
final class SearchPages {

    static final String KIND = "kind";
    static final String PART = "part";
    static final String PURPOSE = "purpose";

    private final Texts texts;
    private final Form form;

    SearchPages(Texts texts, Form form) {
        this.texts = texts;
        this.form = form;
    }

    View ask() {
        return page(List.of(), null);
    }

    View answer(Searches.Outcome outcome) {
        return switch (outcome) {
            case Searches.TooLittle _ ->
                    new SearchPages(texts, form.withError(PART, "checker.search.part.mend")).ask();
            case Searches.Spent spent ->
                    page(
                                    List.of(
                                            texts.t("checker.search.spent"),
                                            texts.t(
                                                    "checker.search.again",
                                                    "day",
                                                    texts.date(spent.again()))),
                                    null)
                            .status(HttpStatus.TOO_MANY_REQUESTS);
            case Searches.Found found ->
                    page(
                            List.of(),
                            new SearchPage.Found(
                                    Figures.listed(found.reports().size()),
                                    found.reports().stream().map(this::row).toList()));
        };
    }

    private View page(List<String> notice, SearchPage.@Nullable Found found) {
        return View.staff(
                        "checker/search",
                        texts.t("checker.search.title"),
                        new SearchPage(controls(), notice, found))
                .with(form);
    }

    private SearchPage.Row row(QueueItem item) {
        return new SearchPage.Row(
                "/queue/" + item.id(),
                item.reference(),
                item.severity() == null
                        ? texts.t("checker.search.unknown")
                        : WarningWords.severity(texts, item.severity()),
                item.region() == null
                        ? texts.t("checker.search.unknown")
                        : WarningWords.region(texts, item.region()),
                texts.shortTime(item.sentAt()));
    }

    private List<Component<?>> controls() {
        Radios kind =
                Radios.of(
                                KIND,
                                Legend.small(texts.t("checker.search.kind")),
                                List.of(
                                        Choice.of("phone", texts.t("checker.kind.phone")),
                                        Choice.of("vehicle", texts.t("checker.kind.vehicle"))))
                        .small()
                        .inline()
                        .selected(form.value(KIND));
        Input part =
                Input.text(PART, Label.of(texts.t("checker.search.part")).small())
                        .withHint(texts.t("checker.search.part.hint"))
                        .withWidth(20)
                        .withValue(form.value(PART))
                        .withAutocomplete("off")
                        .withSpellcheck(false);
        Radios purpose =
                Radios.of(
                                PURPOSE,
                                Legend.small(texts.t("checker.search.purpose")),
                                Arrays.stream(SearchPurpose.values())
                                        .map(p ->
                                                Choice.of(
                                                        p.label(),
                                                        texts.t("checker.search.for." + p.label())))
                                        .toList())
                        .small()
                        .selected(form.value(PURPOSE));
        return List.of(mended(kind, KIND), mended(part, PART), mended(purpose, PURPOSE));
    }

    private <C extends FormControl<C>> C mended(C control, String field) {
        Form.Mend mend = form.errors().get(field);
        return mend == null
                ? control
                : control.withError(texts.t(mend), texts.t("web.error.prefix"));
    }
}
