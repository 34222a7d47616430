package org.diogel.alert;

import java.util.List;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.web.Page;

/// Who asks members something, and why.
public record AppealPage() {

    public Radios kind(Page page) {
        return Radios.of(
                        "kind",
                        Legend.small(page.t("alert.appeal.kind")),
                        AlertKind.withoutReport().stream()
                                .map(
                                        kind ->
                                                Choice.of(
                                                        kind.name(), page.t("alert.kind." + kind.name())))
                                .toList())
                .selected(page.form().value("kind"))
                .withError(page.error("kind"), page.t("web.error.hidden"));
    }

    /// The details of every kind, each once.
    public List<String> details() {
        return AlertKind.withoutReport().stream()
                .flatMap(kind -> kind.source().stream())
                .map(AlertKind.Detail::name)
                .distinct()
                .toList();
    }

    public Input detail(Page page, String name) {
        return Input.text(name, Label.of(page.t("alert.appeal." + name)).small())
                .withHint(page.t("alert.appeal." + name + ".hint"))
                .withValue(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }
}
