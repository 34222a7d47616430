package org.diogel.alert;

import org.diogel.govuk.Label;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// A page that asks why.
///
/// @param act `alone` or `withdraw`
public record ReasonPage(AlertRow row, String act) {

    /// What was posted wins, so that a page shown again is not newer than what was read.
    public String version(Page page) {
        String posted = page.form().text("version");
        return posted.isEmpty() ? Integer.toString(row.version()) : posted;
    }

    public Textarea reason(Page page) {
        return Textarea.of("reason", Label.of(page.t("alert." + act + ".reason")))
                .withHint(page.t("alert.reason.hint"))
                .withRows(4)
                .withValue(page.form().value("reason"))
                .withError(page.error("reason"), page.t("web.error.hidden"));
    }
}
