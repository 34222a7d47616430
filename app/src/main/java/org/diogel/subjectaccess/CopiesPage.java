package org.diogel.subjectaccess;

import java.time.LocalDate;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Pagination;
import org.diogel.web.Page;
import org.jspecify.annotations.Nullable;

/// The list, and where somebody's code is typed who comes to a worker with it.
public record CopiesPage(Copies.Rows all, LocalDate today) {

    public Input code(Page page) {
        return Input.text("code", Label.of(page.t("subjectaccess.code")).small())
                .withHint(page.t("subjectaccess.code.hint"))
                .withAutocomplete("off")
                .withSpellcheck(false)
                .withError(page.error("code"), page.t("web.error.hidden"));
    }

    public @Nullable Pagination way(Page page) {
        return all.leaf().way(page.texts(), "/copies");
    }
}
