package org.diogel.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.access.Agency;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.govuk.Textarea;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.report.Excerpt;
import org.diogel.web.Page;
import org.jspecify.annotations.Nullable;

/// The page on which a warning is written.
///
/// @param theirs what somebody else saved while this was typed; null for none
public record ComposePage(Sheet sheet, List<Agency> agencies, @Nullable Warning theirs) {

    public boolean isShut(WarningField field) {
        return sheet.shut().contains(field.name());
    }

    /// Those of this kind of warning.
    public List<WarningField> fields() {
        return WarningFields.all().stream().filter(f -> f.isOf(sheet.row().kind())).toList();
    }

    /// Who asked for it, where it comes from no report.
    public List<AlertKind.Detail> source() {
        return sheet.row().kind().source();
    }

    /// What she agreed to share, as she was shown it.
    public List<Excerpt.Shown> shown() {
        return sheet.original().map(o -> o.excerpt().shown()).orElse(List.of());
    }

    /// Why something is held back, each reason once.
    public List<String> heldBack() {
        return sheet.original().stream()
                .flatMap(o -> o.excerpt().lines().stream())
                .filter(Excerpt.HeldBack.class::isInstance)
                .map(line -> ((Excerpt.HeldBack) line).reason())
                .distinct()
                .toList();
    }

    public Component<?> control(Page page, WarningField field, Lang lang) {
        String name = Warning.key(field, lang);
        String label = page.t("alert.field." + field.name());
        String prefix = page.t("web.error.hidden");
        String error = page.error(name);
        return switch (field.kind()) {
            case MANY ->
                    Checkboxes.of(name, Legend.small(label), choices(page, field))
                            .small()
                            .checked(page.form().all(name))
                            .withError(error, prefix);
            case ONE ->
                    Select.of(name, Label.of(label).small(), options(page, field))
                            .selected(page.form().value(name))
                            .withError(error, prefix);
            case TOLD ->
                    Select.of(name, Label.of(label).small(), months(page, field))
                            .selected(page.form().value(name))
                            .withError(error, prefix);
            case LINE ->
                    Input.text(name, Label.of(label).small())
                            .withHint(page.t("alert.hint." + field.name()))
                            .withValue(page.form().value(name))
                            .withError(error, prefix);
            case LINES, TEXT ->
                    Textarea.of(name, Label.of(label).small())
                            .withHint(page.t("alert.hint." + field.name()))
                            .withRows(field.kind() == WarningField.Kind.TEXT ? 6 : 2)
                            .withValue(page.form().value(name))
                            .withError(error, prefix);
        };
    }

    public Select severity(Page page) {
        return Select.of(
                        "severity",
                        Label.of(page.t("alert.field.severity")).small(),
                        Arrays.stream(org.diogel.report.Severity.values())
                                .map(s -> Option.of(s.name(), WarningWords.severity(page.texts(), s)))
                                .toList())
                .selected(page.form().value("severity"))
                .withError(page.error("severity"), page.t("web.error.hidden"));
    }

    public Checkboxes regions(Page page) {
        return Checkboxes.of(
                        "regions",
                        Legend.small(page.t("alert.field.regions")),
                        Arrays.stream(Region.values())
                                .map(r -> Choice.of(r.name(), WarningWords.region(page.texts(), r)))
                                .toList())
                .small()
                .checked(page.form().all("regions"))
                .withError(page.error("regions"), page.t("web.error.hidden"));
    }

    /// Whether the person may work for one of those who would read it.
    public boolean isAboutPower() {
        return sheet.original().map(o -> o.excerpt().power()).orElse(false);
    }

    public Radios audience(Page page) {
        return Radios.of(
                        "audience",
                        Legend.small(page.t("alert.field.audience")),
                        List.of(
                                Choice.of(Warning.ALL, page.t("alert.audience.all")),
                                Choice.of("some", page.t("alert.audience.some"))))
                .small()
                .selected(page.form().value("audience"))
                .withError(page.error("audience"), page.t("web.error.hidden"));
    }

    /// Always in sight: what a radio button reveals is announced in a way that WCAG does not allow.
    public Checkboxes some(Page page) {
        return Checkboxes.of(
                        "agency",
                        Legend.small(page.t("alert.audience.which")),
                        agencies.stream().map(a -> Choice.of(a.id().toString(), a.name())).toList())
                .small()
                .checked(page.form().all("agency"))
                .withError(page.error("agency"), page.t("web.error.hidden"));
    }

    public Select days(Page page, String name) {
        return Select.of(
                        name,
                        Label.of(page.t("alert.field." + name)).small(),
                        Warning.DAYS.stream()
                                .map(
                                        d ->
                                                Option.of(
                                                        Integer.toString(d),
                                                        page.t("alert.days", "days", d)))
                                .toList())
                .selected(page.form().value(name));
    }

    public Select evidence(Page page) {
        return Select.of(
                        "evidence",
                        Label.of(page.t("alert.field.evidence")).small(),
                        Warning.EVIDENCE.stream()
                                .map(e -> Option.of(e, page.t("alert.evidence." + e)))
                                .toList())
                .selected(page.form().value("evidence"));
    }

    public Input reason(Page page, Flag flag) {
        String name = "reason." + flag.id();
        return Input.text(name, Label.of(page.t("alert.flag.reason")))
                .withValue(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    private List<Option> months(Page page, WarningField field) {
        Optional<String> told =
                sheet.original()
                        .flatMap(o -> o.excerpt().find("when.date"))
                        .map(line -> line.values().getFirst());
        List<Option> months = new ArrayList<>();
        months.add(Option.of("", page.t("alert.option.none")));
        Set<String> values =
                new java.util.TreeSet<>(Arrays.asList(told.orElse(""), page.form().text("month")));
        values.stream()
                .filter(v -> !v.isEmpty())
                .forEach(
                        v ->
                                months.add(
                                        Option.of(v, WarningWords.value(page.texts(), field, v))));
        return months;
    }

    private static List<Choice> choices(Page page, WarningField field) {
        return field.options().stream()
                .map(o -> Choice.of(o, WarningWords.value(page.texts(), field, o)))
                .toList();
    }

    private static List<Option> options(Page page, WarningField field) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("alert.option.none")));
        field.options()
                .forEach(
                        o ->
                                options.add(
                                        Option.of(
                                                o, WarningWords.value(page.texts(), field, o))));
        return options;
    }
}
