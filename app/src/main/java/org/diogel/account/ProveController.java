package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// "Show that it is you": what `fresh` in `authorisation.csv` leads to. Afterwards she is exactly where
/// she was, with what she typed: see [ProveFilter], which takes up a form.
@Controller
class ProveController {
    private final HeldForms held;

    ProveController(HeldForms held) {
        this.held = held;
    }

    @GetMapping("/prove")
    View ask(Visit visit, HttpServletRequest request) {
        if (request.getAttribute(SignInFirst.HELD) instanceof String typed) {
            return page(visit, Form.empty(), typed);
        }
        String to = request.getParameter("to");
        return page(visit, visit.form(), to == null ? visit.form().value("held") : to);
    }

    @PostMapping("/prove")
    View prove(Visit visit, HttpServletRequest request) {
        Form form = visit.form();
        String token = form.value("held");
        if (request.getAttribute(ProveFilter.PROVED) == null) {
            return page(visit, form.withError("code", "account.prove.mend"), token);
        }
        return View.to(
                held.open(token).filter(was -> !was.isForm()).map(HeldForm::path).orElse("/home"));
    }

    private View page(Visit visit, Form form, String carried) {
        boolean kept = held.open(carried).filter(HeldForm::isForm).isPresent();
        return View.staff(
                        "account/prove",
                        visit.t("account.prove.title"),
                        new ProvePage(carried, kept))
                .with(form);
    }
}
