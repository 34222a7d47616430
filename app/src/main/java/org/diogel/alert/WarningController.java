package org.diogel.alert;

import java.util.List;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.consent.NotAgreed;
import org.diogel.report.ReportId;
import org.diogel.web.Form;
import org.diogel.web.Leaf;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing a warning and reading one that was written.
@Controller
class WarningController {

    private static final String ENDED = "/warnings?show=ended";

    private final Alerts alerts;
    private final Access access;

    WarningController(Alerts alerts, Access access) {
        this.alerts = alerts;
        this.access = access;
    }

    @PostMapping("/queue/{id}/warning")
    View start(@PathVariable UUID id) {
        try {
            return View.to("/warnings/" + alerts.start(new ReportId(id)));
        } catch (NotAgreed notNow) {
            // The page offers it only where it may be done: something changed since.
            throw new Stale();
        }
    }

    @GetMapping("/warnings")
    View list(
            Visit visit,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String page) {
        if (show.equals("ended")) {
            Alerts.Listed ended = alerts.list(true, page);
            return list(
                            visit,
                            ended.leaf(),
                            new WarningsPage(
                                    true,
                                    List.of(),
                                    ended.rows(),
                                    ended.leaf().way(visit.texts(), ENDED),
                                    ""))
                    .back("/warnings");
        }
        Alerts.Listed open = alerts.list(false, page);
        Alerts.Listed ended = alerts.list(true, null);
        return list(
                visit,
                open.leaf(),
                new WarningsPage(
                        false,
                        open.rows(),
                        ended.rows(),
                        open.leaf().way(visit.texts(), "/warnings"),
                        ended.leaf().last() > 1 ? ENDED : ""));
    }

    private static View list(Visit visit, Leaf leaf, WarningsPage model) {
        return View.staff(
                "alert/warnings",
                leaf.title(visit.texts(), visit.t("alert.list.title")),
                model);
    }

    @GetMapping("/warnings/{id}")
    View show(@PathVariable UUID id, Visit visit) {
        Sheet sheet = alerts.open(new AlertId(id));
        return sheet.row().state() == AlertState.DRAFT
                ? compose(visit, sheet, visit.form(), null)
                : reading(visit, sheet, null);
    }

    @PostMapping("/warnings/{id}")
    View write(@PathVariable UUID id, Visit visit) {
        AlertId alert = new AlertId(id);
        Form form = WarningForm.check(visit.form());
        if (form.hasErrors()) {
            return compose(visit, alerts.open(alert), form, null);
        }
        Warning typed = WarningForm.read(form);
        int version = WarningForm.version(form);
        try {
            if (!form.text("do").equals("propose")) {
                alerts.save(alert, version, typed);
                return View.to("/warnings/" + id);
            }
            return switch (alerts.propose(alert, version, typed)) {
                case Outcome.Flagged flagged -> flagged(visit, alert, form, flagged.open());
                case Outcome.Empty _ -> empty(visit, alert, form);
                default -> View.to("/warnings/" + id);
            };
        } catch (Stale stale) {
            Sheet now = alerts.open(alert);
            return now.row().state() == AlertState.DRAFT
                    ? compose(visit, now, WarningForm.saved(form), now.warning().orElse(null))
                            .status(HttpStatus.CONFLICT)
                    : reading(visit, now, typed).status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/warnings/{id}/correct")
    View correct(@PathVariable UUID id) {
        try {
            return View.to("/warnings/" + alerts.correct(new AlertId(id)));
        } catch (NotAgreed notNow) {
            throw new Stale();
        }
    }

    private View flagged(Visit visit, AlertId id, Form typed, List<Flag> open) {
        Form form = WarningForm.saved(typed);
        for (Flag flag : open) {
            form =
                    flag.mustMend()
                            ? form.withError(flag.field(), "alert.error.mend." + flag.kind())
                            : form.withError(
                                    "reason." + flag.id(),
                                    "alert.error.reason",
                                    "words",
                                    flag.words());
        }
        return compose(visit, alerts.open(id), form, null);
    }

    private View empty(Visit visit, AlertId id, Form typed) {
        Form form = WarningForm.saved(typed);
        boolean told = alerts.open(id).row().kind().fromReport();
        if (told && typed.list("kinds").isEmpty()) {
            form = form.withError("kinds", "alert.error.kinds");
        }
        if (!told && typed.text("asked.en").isEmpty() && typed.text("asked.cy").isEmpty()) {
            form = form.withError("asked.en", "alert.error.asked");
        }
        if (typed.list("regions").isEmpty()) {
            form = form.withError("regions", "alert.error.regions");
        }
        if (typed.text("audience").isEmpty()) {
            form = form.withError("audience", "alert.error.audience");
        }
        return compose(visit, alerts.open(id), form, null);
    }

    /// @param theirs what somebody else saved in the meantime
    private View compose(
            Visit visit, Sheet sheet, Form typed, @Nullable Warning theirs) {
        Form form = typed.or(sheet.warning().map(WarningForm::fill).orElse(Form.empty()));
        return View.staff(
                        "alert/compose",
                        visit.t("alert.compose.title"),
                        new ComposePage(sheet, access.listAgencies(), theirs))
                .with(form)
                .back("/warnings");
    }

    /// @param unsaved what was typed when somebody else had already proposed it
    private View reading(
            Visit visit, Sheet sheet, @Nullable Warning unsaved) {
        return View.staff(
                        "alert/warning",
                        visit.t("alert.warning.title"),
                        new WarningPage(sheet, access.listAgencies(), "", unsaved))
                .back("/warnings");
    }
}
