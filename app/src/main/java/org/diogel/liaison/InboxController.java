package org.diogel.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
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

/// What a force was given: the list, one of it, what came of it, questions to the desk.
@Controller
class InboxController {

    private static final String ENDED = "/inbox?show=ended";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Inbox inbox;
    private final Clock clock;

    InboxController(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    View list(
            Visit visit,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String page) {
        boolean ended = show.equals("ended");
        Inbox.Given given = inbox.list(ended, page);
        View view =
                View.staff(
                        "liaison/inbox",
                        given.leaf().title(visit.texts(), visit.t("liaison.inbox.title")),
                        new InboxPage(
                                ended,
                                given.rows(),
                                given.leaf().way(visit.texts(), ended ? ENDED : "/inbox"),
                                ended || given.ended() == 0 ? "" : ENDED,
                                clock.instant()));
        return ended ? view.back("/inbox") : view;
    }

    /// Nothing is unsealed here but what the two sides wrote to each other.
    @GetMapping("/inbox/{id}")
    View item(
            @PathVariable UUID id,
            Visit visit,
            @RequestParam(required = false) @Nullable String correct,
            @RequestParam(required = false) @Nullable String done) {
        Standing standing = inbox.get(new PackageId(id));
        Form form =
                standing.counting().stream()
                        .filter(outcome -> outcome.id().toString().equals(correct))
                        .findFirst()
                        .map(CameForm::of)
                        .orElse(visit.form());
        return item(
                visit,
                standing,
                visit.form().isEmpty() ? form : visit.form(),
                "child".equals(done));
    }

    /// Shows it on this response and nowhere else: asking again asks why again.
    @PostMapping("/inbox/{id}")
    View open(@PathVariable UUID id, Visit visit) {
        OfficerPurpose purpose =
                OfficerPurpose.read(visit.form().value("purpose")).orElse(null);
        PackageId which = new PackageId(id);
        if (purpose == null) {
            return item(
                    visit,
                    inbox.get(which),
                    visit.form().withError("purpose", "liaison.error.purpose"));
        }
        Inbox.Reading reading = inbox.open(which, Inbox.Way.PAGE, purpose.label());
        return View.staff(
                        "liaison/letter",
                        visit.t("liaison.item.title", "reference", reading.row().reference()),
                        new LetterPage(reading, purpose.label()))
                .back("/inbox/" + id);
    }

    @PostMapping("/inbox/{id}/outcome")
    View came(@PathVariable UUID id, Visit visit) {
        PackageId which = new PackageId(id);
        LocalDate today = clock.instant().atZone(LONDON).toLocalDate();
        Form form = CameForm.checked(visit.form(), today);
        if (form.hasErrors()) {
            return item(visit, inbox.get(which), form);
        }
        try {
            inbox.record(which, CameForm.seen(form), CameForm.read(form));
        } catch (Stale somebodyElseWasFirst) {
            return item(visit, inbox.get(which), form.withError("what", "liaison.error.stale"))
                    .status(HttpStatus.CONFLICT);
        }
        return View.to("/inbox/" + id);
    }

    /// What it means to say so, before it is said.
    @GetMapping("/inbox/{id}/files/{file}/child")
    View askChild(@PathVariable UUID id, @PathVariable UUID file, Visit visit) {
        Inbox.Named named = inbox.name(new PackageId(id), file);
        return View.staff(
                        "liaison/child",
                        visit.t(
                                "liaison.child.title",
                                "name", named.name(),
                                "reference", named.row().reference()),
                        new InboxChildPage("/inbox/" + id + "/files/" + file + "/child", "/inbox/" + id))
                .back("/inbox/" + id);
    }

    @PostMapping("/inbox/{id}/files/{file}/child")
    View markChild(@PathVariable UUID id, @PathVariable UUID file) {
        inbox.markChild(new PackageId(id), file);
        return View.to("/inbox/" + id + "?done=child");
    }

    @PostMapping("/inbox/{id}/ask")
    View ask(@PathVariable UUID id, Visit visit) {
        PackageId which = new PackageId(id);
        Form form = LiaisonText.checked(visit.form());
        if (form.hasErrors()) {
            return item(visit, inbox.get(which), form);
        }
        inbox.ask(which, SafeText.clean(form.text("text")));
        return View.to("/inbox/" + id);
    }

    private View item(Visit visit, Standing standing, Form form) {
        return item(visit, standing, form, false);
    }

    private View item(Visit visit, Standing standing, Form form, boolean child) {
        return View.staff(
                        "liaison/inbox-item",
                        visit.t("liaison.item.title", "reference", standing.row().reference()),
                        new InboxItemPage(standing, clock.instant(), child))
                .with(form)
                .back("/inbox");
    }
}
