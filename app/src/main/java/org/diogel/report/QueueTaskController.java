package org.diogel.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What the desk does with one report. Each form carries the version that was shown: whoever comes
/// second sees her own words again beside how it stands now.
@Controller
class QueueTaskController {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Reports reports;
    private final Duty duty;
    private final Clock clock;

    QueueTaskController(Reports reports, Duty duty, Clock clock) {
        this.reports = reports;
        this.duty = duty;
        this.clock = clock;
    }

    @GetMapping("/queue/{id}/message")
    View message(Visit visit, @PathVariable UUID id) {
        return page(
                visit, id, QueueTaskPages::message, item -> item.isReadableBy(Acting.person()));
    }

    @PostMapping("/queue/{id}/message")
    View send(Visit visit, @PathVariable UUID id) {
        Form form = checked(visit.form(), "text", "queue.message.mend");
        if (form.hasErrors()) {
            return tasks(visit, id, form).message();
        }
        reports.sendMessage(new ReportId(id), key(form), form.text("text"));
        return done(id, "message");
    }

    @GetMapping("/queue/{id}/pass")
    View pass(Visit visit, @PathVariable UUID id) {
        return page(visit, id, this::pass, item -> !item.waits());
    }

    @PostMapping("/queue/{id}/pass")
    View passed(Visit visit, @PathVariable UUID id) {
        Form form = checked(visit.form(), "reason", "queue.reason.mend");
        return act(
                visit,
                id,
                form,
                this::pass,
                "pass",
                () -> reports.pass(new ReportId(id), seen(form), form.text("reason")));
    }

    private View pass(QueueTaskPages pages) {
        return pages.pass(!duty.at(Acting.person().agency(), Role.SAFEGUARDING_LEAD).isEmpty());
    }

    @GetMapping("/queue/{id}/close")
    View close(Visit visit, @PathVariable UUID id) {
        return page(visit, id, QueueTaskPages::close, QueueItem::isReadyToClose);
    }

    @PostMapping("/queue/{id}/close")
    View closed(Visit visit, @PathVariable UUID id) {
        Form form = checked(visit.form(), "reason", "queue.reason.mend");
        return act(
                visit,
                id,
                form,
                QueueTaskPages::close,
                "close",
                () -> reports.close(new ReportId(id), seen(form), form.text("reason")));
    }

    @GetMapping("/queue/{id}/reopen")
    View reopen(Visit visit, @PathVariable UUID id) {
        return page(
                visit,
                id,
                QueueTaskPages::reopen,
                item -> item.state() == ReportState.CLOSED);
    }

    @PostMapping("/queue/{id}/reopen")
    View reopened(Visit visit, @PathVariable UUID id) {
        Form form = checked(visit.form(), "reason", "queue.reason.mend");
        return act(
                visit,
                id,
                form,
                QueueTaskPages::reopen,
                "reopen",
                () -> reports.reopen(new ReportId(id), seen(form), form.text("reason")));
    }

    @GetMapping("/queue/{id}/keep")
    View keep(Visit visit, @PathVariable UUID id) {
        return page(visit, id, QueueTaskPages::keep, item -> item.isReadableBy(Acting.person()));
    }

    @PostMapping("/queue/{id}/keep")
    View kept(Visit visit, @PathVariable UUID id) {
        KeptUntil until = KeptUntil.read(visit.form(), LocalDate.now(clock.withZone(LONDON)));
        Form form = checked(until.form(), "reason", "queue.reason.mend");
        return act(
                visit,
                id,
                form,
                QueueTaskPages::keep,
                "keep",
                () ->
                        reports.keepForPolice(
                                new ReportId(id), seen(form), until.end(), form.text("reason")));
    }

    @GetMapping("/queue/{id}/screening")
    View screening(Visit visit, @PathVariable UUID id) {
        if (reports.get(new ReportId(id)).waits() && !isLead()) {
            throw new NotHere();
        }
        return page(
                visit, id, QueueTaskPages::screening, item -> isLead() || item.mustBeScreened());
    }

    @PostMapping("/queue/{id}/screening")
    View screened(Visit visit, @PathVariable UUID id) {
        Optional<ScreeningGround> ground =
                Arrays.stream(ScreeningGround.values())
                        .filter(g -> g.label().equals(visit.form().value("ground")))
                        .findFirst();
        Form typed =
                ground.isPresent()
                        ? visit.form()
                        : visit.form().withError("ground", "queue.ground.mend");
        Form form = checked(typed, "reason", "queue.reason.mend");
        return act(
                visit,
                id,
                form,
                QueueTaskPages::screening,
                ground.map(QueueTaskController::decided).orElse(""),
                () ->
                        reports.screen(
                                new ReportId(id),
                                seen(form),
                                ground.orElseThrow(),
                                form.text("reason")));
    }

    /// What follows for whoever answered: a lead has decided, the desk has passed it on or goes on.
    private static String decided(ScreeningGround ground) {
        return isLead() ? ground.label() : ground.risk ? "pass" : "checked";
    }

    private static boolean isLead() {
        return Acting.person().has(Role.SAFEGUARDING_LEAD);
    }

    private View act(
            Visit visit,
            UUID id,
            Form form,
            Function<QueueTaskPages, View> page,
            String done,
            Runnable work) {
        if (form.hasErrors()) {
            return page.apply(tasks(visit, id, form));
        }
        try {
            work.run();
        } catch (Stale overtaken) {
            return tasks(visit, id, form).overtaken(page);
        }
        return done(id, done);
    }

    /// The page of a task where it can be done; otherwise the report as it stands, which says why.
    private View page(
            Visit visit,
            UUID id,
            Function<QueueTaskPages, View> page,
            Predicate<QueueItem> possible) {
        QueueItem item = reports.get(new ReportId(id));
        return possible.test(item)
                ? page.apply(new QueueTaskPages(visit.texts(), item, visit.form(), isLead()))
                : View.to(QueuePages.path(item.id()));
    }

    private QueueTaskPages tasks(Visit visit, UUID id, Form form) {
        return new QueueTaskPages(visit.texts(), reports.get(new ReportId(id)), form, isLead());
    }

    private static View done(UUID id, String what) {
        return View.to(QueuePages.path(new ReportId(id)) + "?done=" + what);
    }

    private static Form checked(Form form, String field, String mend) {
        int length = form.text(field).length();
        return length == 0 || length > QueueTaskPages.LONGEST
                ? form.withError(field, mend, "most", QueueTaskPages.LONGEST)
                : form;
    }

    /// The key of the page a message was typed on; one that cannot be read is new.
    private static UUID key(Form form) {
        try {
            return UUID.fromString(form.value("key"));
        } catch (IllegalArgumentException unreadable) {
            return UUID.randomUUID();
        }
    }

    /// The version the page showed; one that cannot be read was never shown.
    private static int seen(Form form) {
        try {
            return Integer.parseInt(form.value("seen"));
        } catch (NumberFormatException neverShown) {
            return -1;
        }
    }
}
