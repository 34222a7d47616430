package org.diogel.emergency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.report.Opened;
import org.diogel.report.OriginalWords;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;

/// The pages of openings in an emergency.
final class EmergencyPages {

    static final String HOME = "/emergency";

    private EmergencyPages() {}

    static String path(UUID id) {
        return HOME + "/" + id;
    }

    /// The form, or why it cannot be used now.
    ///
    /// @param before one of hers that is not reviewed yet
    static View ask(Visit visit, Optional<NamedOpening> before, Form form) {
        return View.staff(
                        "emergency/ask",
                        visit.t("emergency.ask.title"),
                        new EmergencyPage(before.orElse(null)))
                .with(form);
    }

    static View original(Visit visit, Emergencies.Sheet sheet, Opened opened) {
        OriginalWords words = new OriginalWords(visit.texts());
        return View.staff(
                        "emergency/original",
                        visit.t("emergency.original.title", "reference", sheet.row().reference()),
                        new EmergencyOriginalPage(
                                sheet.opening(),
                                visit.texts().language(opened.item().lang()),
                                words.sections(opened),
                                words.later(opened)))
                .back(HOME);
    }

    static View answer(Visit visit, Emergencies.Sheet sheet, Form form) {
        return sheet(visit, "emergency/answer", "emergency.answer.title", sheet, false)
                .with(form)
                .back(HOME);
    }

    /// What she opened, said, and what was found.
    static View over(Visit visit, Emergencies.Sheet sheet) {
        return sheet(visit, "emergency/over", "emergency.over.title", sheet, false).back(HOME);
    }

    static View list(Visit visit, List<NamedOpening> rows) {
        return View.staff(
                "emergency/reviews",
                visit.t("emergency.reviews.title"),
                new ReviewsPage(rows));
    }

    /// @param mayReview an officer who did not open it herself
    static View review(Visit visit, Emergencies.Sheet sheet, Form form, boolean mayReview) {
        return sheet(visit, "emergency/review", "emergency.review.title", sheet, mayReview)
                .with(form)
                .back(HOME + "/reviews");
    }

    private static View sheet(
            Visit visit, String template, String title, Emergencies.Sheet sheet, boolean mayReview) {
        return View.staff(
                template,
                visit.t(title, "reference", sheet.row().reference()),
                new ReviewPage(sheet, mayReview));
    }
}
