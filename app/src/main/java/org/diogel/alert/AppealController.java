package org.diogel.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Begins what the police or another body asks to be passed on.
@Controller
class AppealController {

    private final Alerts alerts;

    AppealController(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/warnings/new")
    View ask(Visit visit) {
        return page(visit, visit.form());
    }

    @PostMapping("/warnings/new")
    View start(Visit visit) {
        Form form = visit.form();
        AlertKind kind =
                AlertKind.withoutReport().stream()
                        .filter(k -> k.name().equals(form.text("kind")))
                        .findFirst()
                        .orElse(null);
        if (kind == null) {
            return page(visit, form.withError("kind", "alert.appeal.kind.mend"));
        }
        Form checked = form;
        Map<String, List<String>> source = new LinkedHashMap<>();
        for (AlertKind.Detail detail : kind.source()) {
            String text = SafeText.clean(form.text(detail.name()));
            if (text.isEmpty() && detail.needed()) {
                checked = checked.withError(detail.name(), "alert.appeal." + detail.name() + ".mend");
            } else if (SafeText.length(text) > AlertKind.LONGEST) {
                checked =
                        checked.withError(
                                detail.name(), "alert.error.long", "longest", AlertKind.LONGEST);
            }
            source.put(detail.key(), List.of(text));
        }
        return checked.hasErrors()
                ? page(visit, checked)
                : View.to("/warnings/" + alerts.startFor(kind, new Warning(source)));
    }

    private static View page(Visit visit, Form form) {
        return View.staff("alert/appeal", visit.t("alert.appeal.title"), new AppealPage())
                .with(form)
                .back("/warnings");
    }
}
