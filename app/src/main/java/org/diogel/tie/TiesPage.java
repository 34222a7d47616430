package org.diogel.tie;

import java.util.List;
import org.diogel.access.Tie;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.web.Page;

/// @param list newest first
public record TiesPage(List<Tie> list) {

    static final List<String> KINDS = List.of("phone", "email", "handle", "vehicle");

    public Radios kind(Page page) {
        return Radios.of(
                        "kind",
                        Legend.small(page.t("tie.kind")),
                        KINDS.stream().map(k -> Choice.of(k, page.t("tie.kind." + k))).toList())
                .selected(page.form().value("kind"))
                .withError(page.error("kind"), page.t("web.error.hidden"));
    }

    public Input value(Page page) {
        return input(page, "value").withHint(page.t("tie.value.hint"));
    }

    public Input note(Page page) {
        return input(page, "note").withHint(page.t("tie.note.hint"));
    }

    private static Input input(Page page, String field) {
        return Input.of(field, Label.of(page.t("tie." + field)).small(), "text")
                .withValue(page.form().value(field))
                .withError(page.error(field), page.t("web.error.hidden"));
    }
}
