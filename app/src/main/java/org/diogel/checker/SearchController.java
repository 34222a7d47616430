package org.diogel.checker;

import java.util.Optional;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where the desk searches its reports. What is looked for stands in the form alone.
@Controller
class SearchController {

    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
    }

    @GetMapping("/search")
    View ask(Visit visit) {
        return new SearchPages(visit.texts(), visit.form()).ask();
    }

    @PostMapping("/search")
    View search(Visit visit) {
        Form form = visit.form();
        Optional<Kind> kind =
                Kind.read(form.text(SearchPages.KIND))
                        .filter(k -> k == Kind.PHONE || k == Kind.VEHICLE);
        Optional<SearchPurpose> purpose = SearchPurpose.read(form.text(SearchPages.PURPOSE));
        if (kind.isEmpty()) {
            form = form.withError(SearchPages.KIND, "checker.search.kind.mend");
        }
        if (purpose.isEmpty()) {
            form = form.withError(SearchPages.PURPOSE, "checker.search.purpose.mend");
        }
        SearchPages pages = new SearchPages(visit.texts(), form);
        return kind.isEmpty() || purpose.isEmpty()
                ? pages.ask()
                : pages.answer(
                        searches.search(kind.get(), form.text(SearchPages.PART), purpose.get()));
    }
}
