package org.diogel.retention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.TypedDay;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What may not be erased.
@Controller
class HoldController {

    private static final String REFERENCE = "[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}";
    private static final int LINE = 120;
    private static final int WORDS = 500;
    private static final int MONTHS = 12;

    private final Holds holds;

    HoldController(Holds holds) {
        this.holds = holds;
    }

    @GetMapping("/holds")
    View list(Visit visit) {
        return list(visit, visit.form());
    }

    @PostMapping("/holds")
    View put(Visit visit) {
        Form form = visit.form();
        String reference =
                form.text("reference").strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "-");
        HoldGround why = HoldGround.find(form.text("why")).orElse(null);
        LocalDate review = TypedDay.read(form, "review").orElse(null);
        Form checked = checked(form, reference, why, review);
        if (why == null || review == null || checked.hasErrors()) {
            return list(visit, checked);
        }
        return holds.put(
                        reference,
                        new HoldTerms(
                                why,
                                SafeText.clean(form.text("authority")),
                                SafeText.clean(form.text("number")),
                                SafeText.clean(form.text("reason")),
                                review))
                .map(id -> View.to("/holds/" + id))
                .orElseGet(
                        () -> list(visit, form.withError("reference", "retention.mend.reference")));
    }

    private Form checked(
            Form form, String reference, @Nullable HoldGround why, @Nullable LocalDate review) {
        Form now =
                reference.matches(REFERENCE)
                        ? form
                        : form.withError("reference", "retention.mend.reference");
        if (why == null) {
            now = now.withError("why", "retention.mend.why");
        }
        now = line(now, "authority", 1, LINE);
        now = line(now, "number", 0, LINE);
        now = line(now, "reason", 1, WORDS);
        return review(now, review);
    }

    /// Within a year: what nobody looks at for longer is not still needed, but forgotten.
    private Form review(Form form, @Nullable LocalDate review) {
        LocalDate today = holds.today();
        return review == null
                        || !review.isAfter(today)
                        || review.isAfter(today.plusMonths(MONTHS))
                ? form.withError("review-day", "retention.mend.review")
                : form;
    }

    private static Form line(Form form, String field, int shortest, int longest) {
        int length = SafeText.length(SafeText.clean(form.text(field)));
        return length < shortest || length > longest
                ? form.withError(field, "retention.mend." + field, "most", longest)
                : form;
    }

    @GetMapping("/holds/{id}")
    View open(@PathVariable UUID id, Visit visit) {
        return open(visit, new HoldId(id), visit.form());
    }

    @PostMapping("/holds/{id}/review")
    View review(@PathVariable UUID id, Visit visit) {
        Form form = visit.form();
        LocalDate next = TypedDay.read(form, "review").orElse(null);
        Form checked = review(form, next);
        if (next == null || checked.hasErrors()) {
            return open(visit, new HoldId(id), checked);
        }
        return changed(
                visit, id, "review-day", () -> holds.review(new HoldId(id), version(form), next));
    }

    @PostMapping("/holds/{id}/end")
    View end(@PathVariable UUID id, Visit visit) {
        Form form = line(visit.form(), "ending", 1, WORDS);
        if (form.hasErrors()) {
            return open(visit, new HoldId(id), form);
        }
        return changed(
                visit,
                id,
                "ending",
                () ->
                        holds.end(
                                new HoldId(id), version(form), SafeText.clean(form.text("ending"))));
    }

    private View changed(Visit visit, UUID id, String field, Runnable change) {
        try {
            change.run();
            return View.to("/holds/" + id);
        } catch (Stale since) {
            Map<String, List<String>> typed = new HashMap<>(visit.form().values());
            typed.remove("version");
            return open(
                            visit,
                            new HoldId(id),
                            new Form(typed, Map.of()).withError(field, "retention.stale"))
                    .status(HttpStatus.CONFLICT);
        }
    }

    private static int version(Form form) {
        String version = form.text("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private View list(Visit visit, Form form) {
        return new HoldPages(visit.texts(), form).all(holds.list(), holds.today());
    }

    private View open(Visit visit, HoldId id, Form form) {
        return new HoldPages(visit.texts(), form).one(holds.get(id), holds.today());
    }
}
