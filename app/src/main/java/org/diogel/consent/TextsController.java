package org.diogel.consent;

import java.util.function.Consumer;
import org.diogel.kernel.Lang;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The languages, and approving the words of each.
@Controller
class TextsController {

    private final TextApprovals approvals;

    TextsController(TextApprovals approvals) {
        this.approvals = approvals;
    }

    @GetMapping("/texts")
    View list(Visit visit) {
        return View.staff(
                "consent/texts",
                visit.t("consent.texts.title"),
                new TextsView(approvals.list()));
    }

    @GetMapping("/texts/{lang}")
    View show(@PathVariable("lang") String tag, Visit visit) {
        return page(visit, lang(tag), visit.form());
    }

    @PostMapping("/texts/{lang}")
    View approve(@PathVariable("lang") String tag, Visit visit) {
        Lang lang = lang(tag);
        Form form = named(visit.form());
        if (!form.isOn("read")) {
            form = form.withError("read", "consent.texts.error.read");
        }
        return decided(
                visit,
                lang,
                form,
                reviewer -> approvals.approve(lang, visit.form().text("digest"), reviewer));
    }

    @PostMapping("/texts/{lang}/take-back")
    View takeBack(@PathVariable("lang") String tag, Visit visit) {
        Lang lang = lang(tag);
        return decided(
                visit,
                lang,
                named(visit.form()),
                reviewer -> approvals.takeBack(lang, visit.form().text("digest"), reviewer));
    }

    /// The page again, in the other language.
    @GetMapping("/texts/{lang}/take-back")
    View showTakeBack(@PathVariable("lang") String tag, Visit visit) {
        return show(tag, visit);
    }

    private View decided(Visit visit, Lang lang, Form form, Consumer<String> decision) {
        if (form.hasErrors()) {
            return page(visit, lang, form);
        }
        decision.accept(form.text("reviewer"));
        return View.to("/texts/" + lang.tag());
    }

    private static Form named(Form form) {
        int length = form.text("reviewer").length();
        return length < 3 || length > 120
                ? form.withError("reviewer", "consent.texts.error.reviewer")
                : form;
    }

    private View page(Visit visit, Lang lang, Form form) {
        return View.staff(
                        "consent/language",
                        visit.t("consent.language.title", "name", visit.texts().language(lang)),
                        new LanguagePage(approvals.get(lang)))
                .with(form)
                .back("/texts");
    }

    private static Lang lang(String tag) {
        return Lang.ofTag(tag).orElseThrow(NotHere::new);
    }
}
