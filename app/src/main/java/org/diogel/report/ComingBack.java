package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diogel.account.HeldForm;
import org.diogel.account.HeldForms;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The page that asks for the code, also in the middle of something: what was typed on the last page
/// is held, sealed, and comes back with the code.
@Component
class ComingBack {

    private final HeldForms held;

    ComingBack(HeldForms held) {
        this.held = held;
    }

    /// Asks for the code because this request came without it.
    View ask(Visit visit, HttpServletRequest request) {
        String holding =
                request.getMethod().equals("POST")
                        ? held.hold(request.getRequestURI(), request.getParameterMap())
                        : "";
        return page(visit, Form.empty(), holding, !holding.isEmpty())
                .status(HttpStatus.UNAUTHORIZED);
    }

    /// @param form typed code, with errors
    View page(Visit visit, Form form, String holding, boolean interrupted) {
        return View.of(
                        "report/code",
                        visit.t("report.code.title"),
                        new CodePage(holding, interrupted))
                .with(form)
                .back("/");
    }

    /// What a page of the form held, as typed; empty when there is nothing or it is too old.
    Optional<HeldForm> held(String token) {
        return held.open(token).filter(HeldForm::isForm);
    }

    static Form typed(HeldForm form) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        form.fields().forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        return Form.of(fields);
    }
}
