package org.diogel.contest;

import java.util.List;
import java.util.Optional;
import org.diogel.kernel.SafeText;
import org.diogel.report.ReceiptCode;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// "Ask about yourself", without an account. Nothing is kept on the device: the code is typed each time.
@Controller
class AskController {

    static final List<String> KINDS = List.of("access", "contest", "other");
    static final int LONGEST = 4000;
    private static final int LINE = 200;

    private final Requests requests;
    private final AskLimits limits;

    AskController(Requests requests, AskLimits limits) {
        this.requests = requests;
        this.limits = limits;
    }

    @GetMapping("/ask")
    View ask(Visit visit) {
        return form(visit, visit.form());
    }

    @PostMapping("/ask")
    View send(Visit visit) {
        Form form = check(visit.form());
        if (form.hasErrors()) {
            return form(visit, form);
        }
        limits.spend(visit.address());
        Asked asked =
                new Asked(
                        form.text("kind"),
                        SafeText.clean(form.text("fullName")),
                        SafeText.clean(form.text("reach")),
                        SafeText.clean(form.text("words")));
        ReceiptCode code = requests.send(form.text("form"), asked, visit.lang());
        return View.of("contest/sent", visit.t("contest.sent.title"), code.spaced());
    }

    @GetMapping("/ask/code")
    View askCode(Visit visit) {
        return code(visit, visit.form());
    }

    @PostMapping("/ask/code")
    View come(Visit visit) {
        limits.spend(visit.address());
        Form form = visit.form();
        Optional<ReceiptCode> code = ReceiptCode.read(form.text("code"));
        return code.flatMap(requests::find)
                .map(mine -> status(visit, Form.empty(), code.get(), mine))
                .orElseGet(() -> code(visit, form.withError("code", "contest.code.mend")));
    }

    @PostMapping("/ask/add")
    View add(Visit visit) {
        limits.spend(visit.address());
        Form form = visit.form();
        Optional<ReceiptCode> code = ReceiptCode.read(form.text("code"));
        String text = SafeText.clean(form.text("more"));
        if (text.isEmpty() || SafeText.length(text) > LONGEST) {
            Form mend = form.withError("more", "contest.words.mend", "most", LONGEST);
            return code.flatMap(requests::find)
                    .map(mine -> status(visit, mend, code.get(), mine))
                    .orElseGet(() -> code(visit, Form.empty()));
        }
        return code.flatMap(c -> requests.add(c, text))
                .map(mine -> status(visit, Form.empty(), code.get(), mine))
                .orElseGet(() -> code(visit, form.withError("code", "contest.code.mend")));
    }

    private static Form check(Form form) {
        Form checked = form;
        if (!KINDS.contains(form.text("kind"))) {
            checked = checked.withError("kind", "contest.kind.mend");
        }
        int words = SafeText.length(SafeText.clean(form.text("words")));
        if (words == 0 || words > LONGEST) {
            checked = checked.withError("words", "contest.words.mend", "most", LONGEST);
        }
        for (String line : List.of("fullName", "reach")) {
            if (SafeText.length(form.text(line)) > LINE) {
                checked = checked.withError(line, "contest.line.mend", "most", LINE);
            }
        }
        return checked;
    }

    private View form(Visit visit, Form form) {
        String carried = form.text("form");
        return View.of(
                        "contest/ask",
                        visit.t("contest.ask.title"),
                        new AskPage(carried.isEmpty() ? requests.freshForm() : carried))
                .with(form)
                .back("/");
    }

    private static View code(Visit visit, Form form) {
        return View.of("contest/code", visit.t("contest.code.title"), "").with(form).back("/ask");
    }

    private static View status(Visit visit, Form form, ReceiptCode code, Requests.Mine mine) {
        return View.of(
                        "contest/status",
                        visit.t("contest.status.title"),
                        new StatusPage(code.spaced(), mine))
                .with(form);
    }
}
