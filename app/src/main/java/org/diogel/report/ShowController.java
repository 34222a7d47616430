package org.diogel.report;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.Languages;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A worker shows her in a safe place what we hold, and answers what she says is wrong.
@Controller
class ShowController {

    private final Reports reports;
    private final Showing showing;
    private final Access access;
    private final Languages languages;
    private final Clock clock;

    ShowController(
            Reports reports, Showing showing, Access access, Languages languages, Clock clock) {
        this.reports = reports;
        this.showing = showing;
        this.access = access;
        this.languages = languages;
        this.clock = clock;
    }

    /// Shows it on this response and nowhere else.
    @GetMapping("/queue/{id}/show")
    View show(Visit visit, @PathVariable UUID id, @RequestParam(defaultValue = "") String in) {
        ReportId report = new ReportId(id);
        Told told = showing.show(report);
        String path = QueuePages.path(report);
        return View.staff(
                        "report/show",
                        visit.t("queue.show-her.title", "reference", reports.get(report).reference()),
                        Copies.of(
                                languages,
                                visit.lang(),
                                in,
                                path + "/show",
                                told,
                                CopyController.names(access),
                                clock.instant()))
                .back(path);
    }

    @GetMapping("/queue/{id}/safe-place")
    View askSafePlace(Visit visit, @PathVariable UUID id) {
        boolean now = showing.isSafePlace(new ReportId(id));
        return tasks(visit, id, visit.form()).safePlace(now);
    }

    @PostMapping("/queue/{id}/safe-place")
    View safePlace(Visit visit, @PathVariable UUID id) {
        String where = visit.form().value("where");
        if (!QueueTaskPages.WHERE.contains(where)) {
            return tasks(visit, id, visit.form().withError("where", "queue.safe-place.mend"))
                    .safePlace(showing.isSafePlace(new ReportId(id)));
        }
        showing.keepForSafePlace(new ReportId(id), where.equals(QueueTaskPages.WHERE.getFirst()));
        return done(id, "safe-place");
    }

    @GetMapping("/queue/{id}/correct")
    View askCorrect(Visit visit, @PathVariable UUID id) {
        return correct(visit, id, visit.form());
    }

    @PostMapping("/queue/{id}/correct")
    View correct(Visit visit, @PathVariable UUID id) {
        Form form = visit.form();
        String text = SafeText.clean(form.text("text"));
        if (text.isEmpty() || SafeText.length(text) > QueueTaskPages.LONGEST) {
            form = form.withError("text", "queue.message.mend", "most", QueueTaskPages.LONGEST);
        }
        Optional<Correction.Outcome> outcome = Correction.Outcome.read(form.value("outcome"));
        if (outcome.isEmpty()) {
            form = form.withError("outcome", "queue.correct.mend");
        }
        if (form.hasErrors()) {
            return correct(visit, id, form);
        }
        try {
            showing.answer(new ReportId(id), addition(form), outcome.orElseThrow(), text);
        } catch (Stale already) {
            return View.to(QueuePages.path(new ReportId(id)));
        }
        return done(id, "correct");
    }

    private View correct(Visit visit, UUID id, Form form) {
        return showing.findAsked(new ReportId(id))
                .map(asked -> tasks(visit, id, form).correct(asked))
                .orElseGet(() -> View.to(QueuePages.path(new ReportId(id))));
    }

    /// What the page was about; one that cannot be read was never asked.
    private static UUID addition(Form form) {
        try {
            return UUID.fromString(form.value("addition"));
        } catch (IllegalArgumentException unreadable) {
            return new UUID(0, 0);
        }
    }

    private QueueTaskPages tasks(Visit visit, UUID id, Form form) {
        return new QueueTaskPages(
                visit.texts(),
                reports.get(new ReportId(id)),
                form,
                Acting.person().has(Role.SAFEGUARDING_LEAD));
    }

    private static View done(UUID id, String what) {
        return View.to(QueuePages.path(new ReportId(id)) + "?done=" + what);
    }
}
