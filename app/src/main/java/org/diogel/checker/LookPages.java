package org.diogel.checker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diogel.alert.Card;
import org.diogel.alert.WarningWords;
import org.diogel.figures.Figures;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.SummaryCard;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.web.Even;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The page on which a member checks. Every answer to a check is as long as every other.
final class LookPages {

    /// Room for the longest answer in the longest language.
    static final int BYTES = 49_152;

    static final String WHAT = "what";
    static final String KIND = "kind";
    static final String ANY = "any";

    private final Texts texts;
    private final Form form;
    private final CheckSettings settings;

    LookPages(Texts texts, Form form, CheckSettings settings) {
        this.texts = texts;
        this.form = form;
        this.settings = settings;
    }

    View ask(int left) {
        return page(texts.t("checker.title"), form, left, null, List.of());
    }

    View answer(Answer answer) {
        View view =
                switch (answer) {
                    case Answer.Unreadable _ ->
                            page(
                                    texts.t("checker.title"),
                                    form.withError(WHAT, "checker.what.mend"),
                                    null,
                                    null,
                                    List.of());
                    case Answer.Spent spent -> refused(spent(spent.again(), spent.isNew()));
                    case Answer.Closed closed ->
                            refused(
                                    List.of(
                                            texts.t("checker.closed"),
                                            again(closed.again()),
                                            texts.t("checker.spent.danger")));
                    case Answer.Looked looked ->
                            page(
                                    texts.t("checker.title"),
                                    Form.empty(),
                                    looked.left(),
                                    result(looked),
                                    List.of());
                };
        return view.even(new Even(BYTES, settings.answer()));
    }

    private List<String> spent(LocalDate again, boolean isNew) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.t("checker.spent"));
        if (isNew) {
            lines.add(
                    texts.t(
                            "checker.spent.new",
                            "days", settings.newDays(),
                            "daily", settings.newDaily(),
                            "later", settings.daily()));
        }
        lines.add(again(again));
        lines.add(texts.t("checker.spent.ask"));
        lines.add(texts.t("checker.spent.danger"));
        return lines;
    }

    private String again(LocalDate day) {
        return texts.t("checker.spent.again", "day", texts.date(day));
    }

    private View refused(List<String> lines) {
        return page(texts.t("checker.title"), form, null, null, lines)
                .status(HttpStatus.TOO_MANY_REQUESTS);
    }

    private View page(
            String title,
            Form shown,
            @Nullable Integer left,
            LookPage.@Nullable Result result,
            List<String> notice) {
        return View.staff(
                        "checker/look",
                        title,
                        new LookPage(controls(shown), left, result, notice))
                .with(shown);
    }

    private List<Component<?>> controls(Form shown) {
        Input what =
                Input.text(WHAT, Label.of(texts.t("checker.what")).medium())
                        .withHint(texts.t("checker.what.hint"))
                        .withValue(shown.value(WHAT))
                        .withAutocomplete("off")
                        .withAutocapitalize("none")
                        .withSpellcheck(false);
        List<Choice> kinds = new ArrayList<>();
        kinds.add(Choice.of(ANY, texts.t("checker.kind.any")));
        Arrays.stream(Kind.values())
                .forEach(k -> kinds.add(Choice.of(k.label(), texts.t("checker.kind." + k.label()))));
        String chosen = shown.value(KIND).isEmpty() ? ANY : shown.value(KIND);
        Radios kind =
                Radios.of(KIND, Legend.small(texts.t("checker.kind")), kinds).small().selected(chosen);
        Form.Mend mend = shown.errors().get(WHAT);
        return List.of(
                mend == null ? what : what.withError(texts.t(mend), texts.t("web.error.prefix")), kind);
    }

    private LookPage.Result result(Answer.Looked looked) {
        List<String> readAs = new ArrayList<>();
        Iterator<Kind> kinds = looked.asked().kinds().iterator();
        for (String value : looked.asked().readAs()) {
            readAs.add(texts.t("checker.kind." + kinds.next().label()) + ": " + value);
        }
        return new LookPage.Result(
                readAs,
                looked.asked().doubtful() && looked.matches().isEmpty()
                        ? texts.t("checker.doubtful")
                        : "",
                looked.matches().stream().map(this::found).toList(),
                Figures.listed(looked.matches().size()),
                looked.matches().stream().anyMatch(Answer.Match::sure),
                looked.more());
    }

    private LookPage.Found found(Answer.Match match) {
        Card card = match.card();
        String title = texts.t(match.sure() ? "checker.card.sure" : "checker.card.possible");
        List<SummaryRow> rows = new ArrayList<>();
        if (!match.sure()) {
            row(
                    rows,
                    "checker.card.why",
                    match.why().stream().map(k -> texts.t("checker.why." + k.label())));
        }
        row(
                rows,
                "checker.card.severity",
                Stream.of(WarningWords.severity(texts, card.severity())));
        row(rows, "checker.card.kinds", options("kinds", card.kinds()));
        row(
                rows,
                "checker.card.regions",
                card.regions().stream().map(region -> WarningWords.region(texts, region)));
        if (!card.month().isEmpty()) {
            row(rows, "checker.card.month", options("month", List.of(card.month())));
        }
        row(rows, "checker.card.advice", options("advice", card.advice()));
        return new LookPage.Found(
                SummaryList.of(rows).withCard(SummaryCard.of(title)),
                "/messages/" + card.alert(),
                texts.t("checker.card.read", "when", texts.shortTime(card.since())));
    }

    private Stream<String> options(String field, List<String> values) {
        return values.stream().map(value -> WarningWords.option(texts, field, value));
    }

    private void row(List<SummaryRow> rows, String key, Stream<String> values) {
        String text = values.collect(Collectors.joining(" · "));
        if (!text.isEmpty()) {
            rows.add(SummaryRow.of(texts.t(key), text.strip()));
        }
    }
}
