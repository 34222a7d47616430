package org.diogel.contest;

import org.diogel.govuk.Label;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// @param code as it was typed, for the next step
public record StatusPage(String code, Requests.Mine mine) {

    public Textarea more(Page page) {
        return Textarea.of("more", Label.of(page.t("contest.more")).small())
                .withHint(page.t("contest.more.hint"))
                .withRows(5)
                .withValue(page.form().value("more"))
                .withError(page.error("more"), page.t("web.error.hidden"));
    }

    @Override
    public String toString() {
        return "StatusPage";
    }
}
