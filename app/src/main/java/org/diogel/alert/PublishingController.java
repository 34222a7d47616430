package org.diogel.alert;

import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What a second person does with a warning, and taking one back.
@Controller
class PublishingController {

    private final Alerts alerts;
    private final Publishing publishing;
    private final Access access;

    PublishingController(Alerts alerts, Publishing publishing, Access access) {
        this.alerts = alerts;
        this.publishing = publishing;
        this.access = access;
    }

    @PostMapping("/warnings/{id}/publish")
    View publish(@PathVariable UUID id, Visit visit) {
        AlertId alert = new AlertId(id);
        return answer(visit, alert, publishing.publish(alert, WarningForm.version(visit.form())));
    }

    @PostMapping("/warnings/{id}/confirm")
    View confirm(@PathVariable UUID id, Visit visit) {
        AlertId alert = new AlertId(id);
        return answer(visit, alert, publishing.confirm(alert, WarningForm.version(visit.form())));
    }

    @PostMapping("/warnings/{id}/return")
    View giveBack(@PathVariable UUID id, Visit visit) {
        publishing.giveBack(new AlertId(id), WarningForm.version(visit.form()));
        return View.to("/warnings/" + id);
    }

    @GetMapping("/warnings/{id}/alone")
    View askAlone(@PathVariable UUID id, Visit visit) {
        return reason(visit, new AlertId(id), "alone", visit.form());
    }

    @PostMapping("/warnings/{id}/alone")
    View alone(@PathVariable UUID id, Visit visit) {
        AlertId alert = new AlertId(id);
        Form form = checked(visit.form());
        return form.hasErrors()
                ? reason(visit, alert, "alone", form)
                : answer(
                        visit,
                        alert,
                        publishing.publishAlone(
                                alert, WarningForm.version(form), form.text("reason")));
    }

    @GetMapping("/warnings/{id}/withdraw")
    View askWithdraw(@PathVariable UUID id, Visit visit) {
        return reason(visit, new AlertId(id), "withdraw", visit.form());
    }

    @PostMapping("/warnings/{id}/withdraw")
    View withdraw(@PathVariable UUID id, Visit visit) {
        Form form = checked(visit.form());
        if (form.hasErrors()) {
            return reason(visit, new AlertId(id), "withdraw", form);
        }
        publishing.withdraw(new AlertId(id), WarningForm.version(form), form.text("reason"));
        return View.to("/warnings/" + id);
    }

    private static Form checked(Form form) {
        int length = form.text("reason").length();
        return length < 10 || length > 600
                ? form.withError("reason", "alert.error.why")
                : form;
    }

    private View reason(Visit visit, AlertId id, String act, Form form) {
        return View.staff(
                        "alert/reason",
                        visit.t("alert." + act + ".title"),
                        new ReasonPage(alerts.open(id).row(), act))
                .with(form)
                .back("/warnings/" + id);
    }

    private View answer(Visit visit, AlertId id, Outcome outcome) {
        String problem =
                switch (outcome) {
                    case Outcome.Done _ -> "";
                    case Outcome.SamePerson _ -> "alert.problem.same";
                    case Outcome.AloneBefore _ -> "alert.problem.alone";
                    case Outcome.NotAgreed _ -> "alert.problem.agreed";
                    case Outcome.LanguageMissing missing ->
                            "alert.problem.missing." + missing.lang().tag();
                    case Outcome.Empty _, Outcome.Flagged _ -> "alert.problem.empty";
                };
        return problem.isEmpty()
                ? View.to("/warnings/" + id)
                : View.staff(
                                "alert/warning",
                                visit.t("alert.warning.title"),
                                new WarningPage(
                                        alerts.open(id), access.listAgencies(), problem, null))
                        .back("/warnings")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
