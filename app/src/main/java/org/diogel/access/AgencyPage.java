package org.diogel.access;

import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Radios;
import org.diogel.web.Page;

/// A new agency, or another name for one.
///
/// @param path where the form is sent
/// @param added whether it is new: then its kind is asked too
public record AgencyPage(String path, boolean added) {

    public Input name(Page page) {
        return Input.text("name", Label.of(page.t("access.agency.name")))
                .withHint(page.t("access.agency.name.hint"))
                .withValue(page.form().value("name"))
                .withError(page.error("name"), page.t("web.error.hidden"));
    }

    public Radios kind(Page page) {
        return Radios.of(
                        "kind",
                        page.t("access.agency.kind"),
                        Agency.KINDS.stream()
                                .map(kind -> Choice.of(kind, page.t("access.kind." + kind)))
                                .toList())
                .withHint(page.t("access.agency.kind.hint"))
                .selected(page.form().text("kind"))
                .withError(page.error("kind"), page.t("web.error.hidden"));
    }
}
