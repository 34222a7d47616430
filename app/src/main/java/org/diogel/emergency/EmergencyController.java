package org.diogel.emergency;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diogel.kernel.SafeText;
import org.diogel.report.Opened;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Opening in an emergency, and saying afterwards what one did with it.
@Controller
class EmergencyController {

    static final int LONGEST = 2_000;
    private static final Pattern REFERENCE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    private final Emergencies emergencies;

    EmergencyController(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @GetMapping("/emergency")
    View ask(Visit visit) {
        return EmergencyPages.ask(visit, emergencies.findUnderReview(), visit.form());
    }

    @PostMapping("/emergency")
    View open(Visit visit) {
        Form form = visit.form();
        String reference = reference(form.text("reference"));
        EmergencyWhy why = EmergencyWhy.read(form.text("why")).orElse(null);
        String reason = SafeText.clean(form.text("reason"));
        if (!REFERENCE.matcher(reference).matches()) {
            form = form.withError("reference", "emergency.reference.mend");
        }
        if (why == null) {
            form = form.withError("why", "emergency.why.mend");
        }
        form = checked(form, "reason", "emergency.reason.mend");
        if (why == null || form.hasErrors()) {
            return EmergencyPages.ask(visit, emergencies.findUnderReview(), form);
        }
        try {
            Optional<UUID> id = emergencies.open(reference, why, reason);
            return id.isPresent()
                    ? View.to(EmergencyPages.path(id.get()))
                    : EmergencyPages.ask(
                            visit,
                            Optional.empty(),
                            form.withError("reference", "emergency.reference.none"));
        } catch (Stale notReviewed) {
            return EmergencyPages.ask(visit, emergencies.findUnderReview(), form).status(HttpStatus.CONFLICT);
        }
    }

    /// What was told, while it is open to her; afterwards what she has to say, or said.
    @GetMapping("/emergency/{id}")
    View show(@PathVariable UUID id, Visit visit) {
        Emergencies.Sheet sheet = emergencies.get(id);
        if (!sheet.opening().state().equals("open")) {
            return EmergencyPages.over(visit, sheet);
        }
        Opened opened = emergencies.read(id);
        return EmergencyPages.original(visit, sheet, opened);
    }

    @PostMapping("/emergency/{id}/end")
    View end(@PathVariable UUID id) {
        emergencies.end(id);
        return View.to(EmergencyPages.path(id) + "/answer");
    }

    @GetMapping("/emergency/{id}/answer")
    View askAnswer(@PathVariable UUID id, Visit visit) {
        Emergencies.Sheet sheet = emergencies.get(id);
        return sheet.row().isAnswered()
                ? View.to(EmergencyPages.path(id))
                : EmergencyPages.answer(visit, sheet, visit.form());
    }

    @PostMapping("/emergency/{id}/answer")
    View answer(@PathVariable UUID id, Visit visit) {
        Form form = checked(visit.form(), "answer", "emergency.answer.mend");
        if (form.hasErrors()) {
            return EmergencyPages.answer(visit, emergencies.get(id), form);
        }
        try {
            emergencies.answer(id, SafeText.clean(form.text("answer")));
            return View.to(EmergencyPages.path(id));
        } catch (Stale already) {
            return EmergencyPages.over(visit, emergencies.get(id)).status(HttpStatus.CONFLICT);
        }
    }

    static Form checked(Form form, String field, String mend) {
        String text = SafeText.clean(form.text(field));
        return text.isEmpty() || SafeText.length(text) > LONGEST
                ? form.withError(field, mend, "most", LONGEST)
                : form;
    }

    /// Two fours in capitals, however they were typed; letters that look like digits as they are read.
    private static String reference(String typed) {
        String plain =
                typed.toUpperCase(java.util.Locale.ROOT)
                        .replaceAll("[^0-9A-Z]", "")
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        return plain.length() == 8 ? plain.substring(0, 4) + "-" + plain.substring(4) : plain;
    }
}
