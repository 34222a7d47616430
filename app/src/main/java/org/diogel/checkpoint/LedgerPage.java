package org.diogel.checkpoint;

import java.util.List;
import org.diogel.govuk.Label;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// @param line the newest checkpoint as it is printed; empty before there is one
/// @param note the same, signed
/// @param key by which the signature is checked
/// @param earlier lines of the days before, newest first
/// @param stopped whether nothing new is signed, because the record is not the one it was
/// @param verdict message key of what came of holding one against it; empty before that was asked
public record LedgerPage(
        String line, String note, String key, List<String> earlier, boolean stopped, String verdict) {

    public Textarea field(Page page) {
        return Textarea.of(LedgerController.FIELD, Label.of(page.t("checkpoint.check.label")).small())
                .withHint(page.t("checkpoint.check.hint"))
                .withRows(7)
                .withValue(page.form().value(LedgerController.FIELD))
                .withError(page.error(LedgerController.FIELD), page.t("web.error.hidden"));
    }

    public boolean isGood() {
        return verdict.equals(LedgerController.GOOD);
    }
}
