package org.diogel.protocol;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.diogel.web.Page;

/// What a protocol says, as a form.
///
/// @param version of the protocol that was shown; empty for a new one
public record TermsPage(String path, String back, String version) {

    public List<Content> controls(Page page) {
        Controls controls = new Controls(page.texts(), page.form());
        List<Content> all = new ArrayList<>(List.of(controls.line("title-en"), controls.line("title-cy")));
        for (String field : TermsForm.WORDS) {
            all.add(controls.words(field + "-en"));
            all.add(controls.words(field + "-cy"));
        }
        all.add(controls.purposes());
        all.add(controls.line("open"));
        all.add(controls.line("say"));
        for (String field : List.of("begins", "review", "last")) {
            all.add(controls.day(field));
        }
        return all;
    }
}
