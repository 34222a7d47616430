package org.diogel.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Telling those who got a warning by hand that it was corrected or no longer counts.
@Controller
class AfterwordController {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Afterwords afterwords;
    private final Clock clock;

    AfterwordController(Afterwords afterwords, Clock clock) {
        this.afterwords = afterwords;
        this.clock = clock;
    }

    @GetMapping("/passing/after/{id}")
    View show(@PathVariable UUID id, Visit visit) {
        return page(visit, id, visit.form(), false);
    }

    @PostMapping("/passing/after/{id}")
    View take(@PathVariable UUID id, Visit visit) {
        try {
            afterwords.take(id, CameForm.seen(visit.form()));
        } catch (Stale changed) {
            return page(visit, id, Form.empty(), true).status(HttpStatus.CONFLICT);
        }
        return View.to("/passing/after/" + id);
    }

    @PostMapping("/passing/after/{id}/told")
    View told(@PathVariable UUID id, Visit visit) {
        LocalDate today = clock.instant().atZone(LONDON).toLocalDate();
        Form form = visit.form();
        LocalDate day = CameForm.day(form, "told");
        if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(1))) {
            form = form.withError("told-day", "liaison.error.day");
        }
        if (!Handing.WAYS.contains(form.text("how"))) {
            form = form.withError("how", "liaison.error.how");
        }
        if (day == null || form.hasErrors()) {
            return page(visit, id, form, false);
        }
        try {
            afterwords.told(id, CameForm.seen(form), day, form.text("how"));
        } catch (Stale changed) {
            return page(visit, id, form, true).status(HttpStatus.CONFLICT);
        }
        return View.to("/passing");
    }

    private View page(Visit visit, UUID id, Form form, boolean changed) {
        Afterword one = afterwords.get(id);
        return View.staff(
                        "liaison/afterword",
                        visit.t("liaison.after.title", "reference", one.reference()),
                        new AfterwordPage(
                                one, afterwords.text(id).orElse(null), afterwords.mayRead(), changed))
                .with(form)
                .back("/passing");
    }
}
