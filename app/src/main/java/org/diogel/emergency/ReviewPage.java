package org.diogel.emergency;

import java.util.Arrays;
import org.diogel.govuk.CharacterCount;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.web.Page;

/// One opening with its words: for her who has to say what she did, and for the officer who reviews it.
public record ReviewPage(Emergencies.Sheet sheet, boolean mayReview) {

    public NamedOpening opening() {
        return sheet.opening();
    }

    public String path() {
        return EmergencyPages.path(sheet.row().id());
    }

    public String reviewPath() {
        return EmergencyPages.HOME + "/reviews/" + sheet.row().id();
    }

    public CharacterCount answer(Page page) {
        return words(page, "answer");
    }

    public Radios finding(Page page) {
        return Radios.of(
                        "finding",
                        Legend.small(page.t("emergency.finding")),
                        Arrays.stream(Finding.values())
                                .map(f -> Choice.of(f.label(), page.t("emergency.finding." + f.label())))
                                .toList())
                .selected(page.form().value("finding"))
                .withError(page.error("finding"), page.t("web.error.hidden"));
    }

    public CharacterCount words(Page page) {
        return words(page, "words");
    }

    static CharacterCount words(Page page, String field) {
        return CharacterCount.of(
                        field,
                        Label.of(page.t("emergency." + field)).small(),
                        EmergencyController.LONGEST)
                .withThreshold(75)
                .withDescription(page.t("queue.count", "most", EmergencyController.LONGEST))
                .withHint(page.t("emergency." + field + ".hint"))
                .withValue(page.form().value(field))
                .withError(page.error(field), page.t("web.error.hidden"));
    }
}
