package org.diogel.contest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Desk;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What data protection officers answer, and what they ask projects.
@Controller
class OfficerController {

    /// What a report is called when people talk about it: two fours.
    private static final Pattern REFERENCE =
            Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{4}[- ][0-9A-HJKMNP-TV-Z]{4}\\b");

    private final Officers officers;
    private final Access access;

    OfficerController(Officers officers, Access access) {
        this.officers = officers;
        this.access = access;
    }

    @GetMapping("/requests")
    View list(Visit visit) {
        return View.staff(
                "contest/requests",
                visit.t("contest.list.title"),
                new RequestsPage(officers.list(), officers.today()));
    }

    @GetMapping("/requests/{id}")
    View open(@PathVariable UUID id, Visit visit) {
        return page(visit, new RequestId(id), visit.form());
    }

    @PostMapping("/requests/{id}/answer")
    View answer(@PathVariable UUID id, Visit visit) {
        Form form = visit.form();
        RequestAnswer answer = RequestAnswer.find(form.text("answer")).orElse(null);
        if (answer == null) {
            return page(visit, new RequestId(id), form.withError("answer", "contest.answer.mend"));
        }
        String version = form.text("version");
        try {
            officers.answer(
                    new RequestId(id),
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                    answer);
            return View.to("/requests/" + id);
        } catch (Stale since) {
            Form typed = new Form(Map.of("answer", List.of(answer.name())), Map.of());
            return page(visit, new RequestId(id), typed.withError("answer", "contest.answer.stale"))
                    .status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/requests/{id}/question")
    View ask(@PathVariable UUID id, Visit visit) {
        Form form = checked(visit.form(), "question");
        Agency agency =
                desks().stream()
                        .filter(a -> a.id().toString().equals(form.text("agency")))
                        .findFirst()
                        .orElse(null);
        if (agency == null) {
            return page(
                    visit, new RequestId(id), form.withError("agency", "contest.question.agency.mend"));
        }
        if (form.hasErrors()) {
            return page(visit, new RequestId(id), form);
        }
        officers.ask(
                new RequestId(id),
                new AgencyId(agency.id().value()),
                SafeText.clean(form.text("question")));
        return View.to("/requests/" + id);
    }

    @GetMapping("/questions")
    View questions(Visit visit) {
        return questions(visit, Form.empty(), "");
    }

    @PostMapping("/questions/{id}")
    View reply(@PathVariable UUID id, Visit visit) {
        Form form = checked(visit.form(), "reply-" + id);
        if (form.hasErrors()) {
            return questions(visit, form, "");
        }
        String text = SafeText.clean(form.text("reply-" + id));
        try {
            officers.reply(id, text);
            return View.to("/questions");
        } catch (Stale answeredFirst) {
            return questions(visit, Form.empty(), text).status(HttpStatus.CONFLICT);
        }
    }

    /// Neither side names a report: what they write stays when the report is gone.
    private static Form checked(Form form, String field) {
        String text = SafeText.clean(form.text(field));
        if (text.isEmpty() || SafeText.length(text) > AskController.LONGEST) {
            return form.withError(field, "contest.words.mend", "most", AskController.LONGEST);
        }
        return REFERENCE.matcher(text).results().anyMatch(m -> m.group().matches(".*\\d.*"))
                ? form.withError(field, "contest.question.reference")
                : form;
    }

    private View page(Visit visit, RequestId id, Form form) {
        Officers.File file = officers.open(id);
        return View.staff(
                        "contest/request",
                        visit.t("contest.request.title"),
                        new RequestPage(file, officers.today(), desks(), access.listAgencies()))
                .with(form)
                .back("/requests");
    }

    /// @param unsaved what was typed when somebody else had answered first
    private View questions(Visit visit, Form form, String unsaved) {
        View page =
                View.staff(
                        "contest/questions",
                        visit.t("contest.questions.title"),
                        new QuestionsPage(officers.asked(), unsaved));
        return form.hasErrors() ? page.with(form) : page;
    }

    /// Projects that answer for an area.
    private List<Agency> desks() {
        return access.listDesks().stream()
                .map(Desk::agency)
                .distinct()
                .sorted(Comparator.comparing(Agency::name))
                .toList();
    }
}
