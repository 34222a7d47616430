package org.diogel.emergency;

import java.util.UUID;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What was opened in emergencies: officers review it, leads see those of their desk.
@Controller
class ReviewController {

    private final Emergencies emergencies;

    ReviewController(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @GetMapping("/emergency/reviews")
    View list(Visit visit) {
        return EmergencyPages.list(visit, emergencies.list());
    }

    @GetMapping("/emergency/reviews/{id}")
    View open(@PathVariable UUID id, Visit visit) {
        return page(visit, id, visit.form());
    }

    @PostMapping("/emergency/reviews/{id}")
    View review(@PathVariable UUID id, Visit visit) {
        Form form = EmergencyController.checked(visit.form(), "words", "emergency.words.mend");
        Finding finding = Finding.read(form.text("finding")).orElse(null);
        if (finding == null) {
            form = form.withError("finding", "emergency.finding.mend");
        }
        if (finding == null || form.hasErrors()) {
            return page(visit, id, form);
        }
        try {
            emergencies.review(id, finding, SafeText.clean(form.text("words")));
            return View.to("/emergency/reviews");
        } catch (Stale first) {
            return page(visit, id, form).status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/emergency/reviews/{id}/stop")
    View stop(@PathVariable UUID id) {
        emergencies.stop(id);
        return View.to("/emergency/reviews/" + id);
    }

    private View page(Visit visit, UUID id, Form form) {
        Emergencies.Sheet sheet = emergencies.openForReview(id);
        boolean own = sheet.row().account().equals(Acting.person().account());
        if (own && !Acting.person().has(Role.SAFEGUARDING_LEAD)) {
            throw new NotHere();
        }
        return EmergencyPages.review(
                visit,
                sheet,
                form,
                !own && Acting.person().has(Role.DATA_PROTECTION_OFFICER));
    }
}
