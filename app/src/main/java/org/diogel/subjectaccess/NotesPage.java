package org.diogel.subjectaccess;

import java.time.LocalDate;
import org.diogel.govuk.Pagination;
import org.diogel.web.Page;
import org.jspecify.annotations.Nullable;

/// The register. What stands in words is not in it.
public record NotesPage(NotesAsked.Rows all, LocalDate today) {

    public @Nullable Pagination way(Page page) {
        return all.leaf().way(page.texts(), "/notes-asked");
    }
}
