package org.diogel.checker;

import java.util.List;
import java.util.Optional;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A caseworker gives a member more checks for today.
@Controller
class TopUpController {

    private static final String PATH = "/looks/more";

    private final TopUps topUps;

    TopUpController(TopUps topUps) {
        this.topUps = topUps;
    }

    @GetMapping(PATH)
    View ask(Visit visit, @RequestParam(defaultValue = "") String done) {
        return page(visit, visit.form(), done.equals("1") ? "checker.more.done" : "");
    }

    @PostMapping(PATH)
    View give(Visit visit) {
        Form form = visit.form();
        Optional<TopUps.Member> member =
                topUps.list().stream()
                        .filter(one -> one.id().toString().equals(visit.form().text("member")))
                        .findFirst();
        Optional<TopUpReason> reason = TopUpReason.read(form.text("reason"));
        if (member.isEmpty()) {
            form = form.withError("member", "checker.more.member.mend");
        }
        if (reason.isEmpty()) {
            form = form.withError("reason", "checker.more.reason.mend");
        }
        if (member.isEmpty() || reason.isEmpty()) {
            return page(visit, form, "");
        }
        return topUps.give(member.get().id(), reason.get())
                ? View.to(PATH + "?done=1")
                : page(visit, form.withError("member", "checker.more.already"), "");
    }

    private View page(Visit visit, Form form, String done) {
        List<TopUps.Member> members = topUps.list().stream().filter(one -> !one.given()).toList();
        return View.staff(
                        "checker/more", visit.t("checker.more.title"), new TopUpPage(members, done))
                .with(form);
    }
}
