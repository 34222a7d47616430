package org.diogel.emergency;

import java.util.Arrays;
import org.diogel.govuk.CharacterCount;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.web.Page;
import org.jspecify.annotations.Nullable;

/// The form of an opening in an emergency, or where an earlier one stands.
///
/// @param before one of hers that is not reviewed yet
public record EmergencyPage(@Nullable NamedOpening before) {

    public Input reference(Page page) {
        return Input.of("reference", Label.of(page.t("emergency.reference")).small(), "text")
                .withHint(page.t("emergency.reference.hint"))
                .withValue(page.form().value("reference"))
                .withError(page.error("reference"), page.t("web.error.hidden"));
    }

    public Radios why(Page page) {
        return Radios.of(
                        "why",
                        Legend.small(page.t("emergency.why")),
                        Arrays.stream(EmergencyWhy.values())
                                .map(w -> Choice.of(w.label(), page.t("emergency.why." + w.label())))
                                .toList())
                .selected(page.form().value("why"))
                .withError(page.error("why"), page.t("web.error.hidden"));
    }

    public CharacterCount reason(Page page) {
        return ReviewPage.words(page, "reason");
    }
}
