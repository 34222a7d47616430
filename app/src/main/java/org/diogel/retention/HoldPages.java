package org.diogel.retention;

import java.time.LocalDate;
import java.util.List;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;

/// The pages about holds, with what was typed.
final class HoldPages {

    private final Texts texts;
    private final Form form;

    HoldPages(Texts texts, Form form) {
        this.texts = texts;
        this.form = form;
    }

    View all(List<Held> all, LocalDate today) {
        HoldControls controls = new HoldControls(texts, form);
        return View.staff(
                        "retention/holds",
                        texts.t("retention.holds.title"),
                        new HoldsPage(
                                all,
                                today,
                                List.of(
                                        controls.line("reference"),
                                        controls.why(),
                                        controls.line("authority"),
                                        controls.line("number"),
                                        controls.words("reason"),
                                        controls.review())))
                .with(form);
    }

    /// What was posted wins, so that a page shown again is not newer than what was read.
    View one(Held held, LocalDate today) {
        HoldControls controls = new HoldControls(texts, form);
        String posted = form.text("version");
        return View.staff(
                        "retention/hold",
                        texts.t("retention.hold.title"),
                        new HoldPage(
                                held,
                                today,
                                List.of(controls.review()),
                                List.of(controls.words("ending")),
                                posted.isEmpty() ? Integer.toString(held.version()) : posted))
                .with(form)
                .back("/holds");
    }
}
