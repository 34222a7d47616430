package org.diogel.liaison;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diogel.kernel.SafeText;
import org.diogel.report.AgainPage;
import org.diogel.report.ComingBack;
import org.diogel.report.Ticket;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// How she says she was treated.
@Controller
class TreatmentController implements AgainPage {

    private static final String PATH = "/receipt/treated";

    private final Treatments treatments;
    private final ComingBack comingBack;

    TreatmentController(Treatments treatments, ComingBack comingBack) {
        this.treatments = treatments;
        this.comingBack = comingBack;
    }

    @GetMapping(PATH)
    View ask(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit, request, response, ticket -> page(visit, ticket, visit.form()));
    }

    @PostMapping(PATH)
    View say(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit,
                request,
                response,
                ticket -> {
                    Form form = checked(visit.form());
                    if (form.hasErrors()) {
                        return page(visit, ticket, form);
                    }
                    Map<String, String> answers = new TreeMap<>();
                    TreatmentQuestions.all()
                            .forEach(q -> answers.put(q.name(), form.text(q.name())));
                    treatments.say(
                            ticket,
                            answers,
                            form.isOn("link"),
                            SafeText.clean(form.text("words")));
                    return View.to(PATH);
                });
    }

    private static Form checked(Form form) {
        int over = SafeText.length(SafeText.clean(form.text("words"))) - Treatments.LONGEST;
        if (over > 0) {
            return form.withError(
                    "words", "report.error.long", "most", Treatments.LONGEST, "over", over);
        }
        boolean ticked = TreatmentQuestions.all().stream().anyMatch(q -> form.isOn(q.name()));
        if (!ticked && form.text("words").isEmpty()) {
            return form.withError("told", "liaison.treated.nothing");
        }
        return form.text("words").isEmpty() || form.isOn("link")
                ? form
                : form.withError("link", "liaison.treated.words.mend");
    }

    @Override
    public Optional<View> again(
            String path, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return path.equals(PATH) ? Optional.of(ask(visit, request, response)) : Optional.empty();
    }

    private View page(Visit visit, Ticket ticket, Form form) {
        return View.of(
                        "liaison/treated",
                        visit.t("liaison.treated.title"),
                        new TreatmentPage(
                                treatments.isSaid(ticket),
                                ticket.mark(),
                                ComingBack.isAgain(visit)))
                .with(form)
                .back("/receipt");
    }
}
