package org.diogel.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.consent.NotAgreed;
import org.diogel.kernel.SafeText;
import org.diogel.report.ReportId;
import org.diogel.web.Form;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
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

/// Passing on what she chose to give, and handing over what nobody receives here.
@Controller
class PassingController {

    private static final String GONE = "/passing?show=gone";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Passing passing;
    private final HandingOver handing;
    private final Afterwords afterwords;
    private final Treatments treatments;
    private final Clock clock;

    PassingController(
            Passing passing,
            HandingOver handing,
            Afterwords afterwords,
            Treatments treatments,
            Clock clock) {
        this.passing = passing;
        this.handing = handing;
        this.afterwords = afterwords;
        this.treatments = treatments;
        this.clock = clock;
    }

    @GetMapping("/passing")
    View list(
            Visit visit,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String page) {
        if (show.equals("gone")) {
            Passing.Gone gone = passing.listGone(page);
            return list(visit, gone.leaf(), new PassingPage(
                    true, List.of(), List.of(), List.of(), gone.rows(),
                    gone.leaf().way(visit.texts(), GONE), "", clock.instant()));
        }
        Passing.Waitings waiting = passing.listWaiting(page);
        Passing.Gone gone = passing.listGone(null);
        return list(visit, waiting.leaf(), new PassingPage(
                false, waiting.rows(), afterwords.list(), passing.list(), gone.rows(),
                waiting.leaf().way(visit.texts(), "/passing"),
                gone.leaf().last() > 1 ? GONE : "", clock.instant()));
    }

    private static View list(Visit visit, Leaf leaf, PassingPage model) {
        View view =
                View.staff(
                        "liaison/passing",
                        leaf.title(visit.texts(), visit.t("liaison.passing.title")),
                        model);
        return model.onlyGone() ? view.back("/passing") : view;
    }

    @GetMapping("/queue/{id}/passing")
    View report(
            @PathVariable UUID id,
            Visit visit,
            @RequestParam(defaultValue = "") String done) {
        return report(visit, new ReportId(id), visit.form(), done.equals("passed") ? done : "");
    }

    @PostMapping("/queue/{id}/passing")
    View pass(@PathVariable UUID id, Visit visit) {
        ReportId report = new ReportId(id);
        try {
            String recipient = visit.form().text("recipient");
            Optional<UUID> addition = addition(visit.form());
            if (addition.isPresent()) {
                passing.passAdded(report, recipient, addition.get());
            } else {
                passing.pass(report, recipient);
            }
        } catch (NotAgreed tookItBack) {
            return report(visit, report, Form.empty(), "notagreed").status(HttpStatus.CONFLICT);
        }
        return View.to("/queue/" + id + "/passing?done=passed");
    }

    /// From here on it may have gone.
    @PostMapping("/passing/{id}/paper")
    View print(@PathVariable UUID id, Visit visit) {
        PackageId which = new PackageId(id);
        try {
            handing.print(which);
        } catch (NotAgreed | Stale tooLate) {
            return report(visit, handing.get(which).report(), Form.empty(), "notagreed")
                    .status(HttpStatus.CONFLICT);
        }
        return View.to("/passing/" + id);
    }

    @GetMapping("/passing/{id}")
    View paper(@PathVariable UUID id, Visit visit) {
        return paper(visit, new PackageId(id), visit.form());
    }

    @PostMapping("/passing/{id}/handed")
    View handed(@PathVariable UUID id, Visit visit) {
        PackageId which = new PackageId(id);
        LocalDate today = clock.instant().atZone(LONDON).toLocalDate();
        Form form = visit.form();
        LocalDate day = CameForm.day(form, "handed");
        if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(1))) {
            form = form.withError("handed-day", "liaison.error.day");
        }
        if (!Handing.WAYS.contains(form.text("how"))) {
            form = form.withError("how", "liaison.error.how");
        }
        PackageRow row = handing.get(which);
        if (day == null || form.hasErrors()) {
            return paper(visit, which, form);
        }
        handing.handed(which, day, form.text("how"));
        return back(row);
    }

    @PostMapping("/passing/{id}/destroyed")
    View destroyed(@PathVariable UUID id) {
        PackageRow row = handing.get(new PackageId(id));
        handing.destroyed(row.id());
        return back(row);
    }

    @PostMapping("/passing/{id}/answer")
    View answer(@PathVariable UUID id, Visit visit) {
        PackageRow row = handing.get(new PackageId(id));
        Form form = LiaisonText.checked(visit.form());
        if (form.hasErrors()) {
            return report(visit, row.report(), form, "");
        }
        handing.answer(row.id(), SafeText.clean(form.text("text")));
        return back(row);
    }

    @GetMapping("/passing/{id}/outcome")
    View askCame(@PathVariable UUID id, Visit visit) {
        return came(visit, handing.get(new PackageId(id)), visit.form());
    }

    @PostMapping("/passing/{id}/outcome")
    View came(@PathVariable UUID id, Visit visit) {
        PackageRow row = handing.get(new PackageId(id));
        LocalDate today = clock.instant().atZone(LONDON).toLocalDate();
        Form form = CameForm.checked(visit.form(), today);
        if (form.hasErrors()) {
            return came(visit, row, form);
        }
        handing.record(row.id(), CameForm.seen(form), CameForm.read(form));
        return back(row);
    }

    private static Optional<UUID> addition(Form form) {
        return Optional.of(form.text("addition"))
                .filter(typed -> !typed.isEmpty())
                .map(
                        typed -> {
                            try {
                                return UUID.fromString(typed);
                            } catch (IllegalArgumentException notOne) {
                                throw new NotHere();
                            }
                        });
    }

    private static View back(PackageRow row) {
        return View.to("/queue/" + row.report() + "/passing");
    }

    private static View came(Visit visit, PackageRow row, Form form) {
        return View.staff("liaison/came", visit.t("liaison.came.title"), new CamePage(row))
                .with(form)
                .back("/queue/" + row.report() + "/passing");
    }

    private View paper(Visit visit, PackageId id, Form form) {
        PackageRow row = handing.get(id);
        if (row.state() != PackageState.PRINTED) {
            return back(row);
        }
        // A warning goes as members read it: its own page is the paper.
        Inbox.@Nullable Reading reading =
                row.warning() == null ? handing.paper(id).orElse(null) : null;
        return View.staff(
                        "liaison/paper",
                        visit.t("liaison.paper.title", "reference", row.reference()),
                        new PaperPage(row, reading))
                .with(form)
                .back("/queue/" + row.report() + "/passing");
    }

    private View report(Visit visit, ReportId report, Form form, String said) {
        Passing.Sheet sheet = passing.open(report);
        return View.staff(
                        "liaison/pass",
                        visit.t("liaison.pass.title", "reference", sheet.item().reference()),
                        new PassPage(sheet, treatments.list(report), clock.instant(), said))
                .with(form)
                .back("/queue/" + report);
    }
}
