package org.diogel.subjectaccess;

import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.web.Page;

/// One piece in its parts, some of which can be left out.
public record PiecePage(CopyId request, Piece piece, Naming naming) {

    static final String STRUCK = "struck";

    public String path() {
        return "/copies/" + request + "/pieces/" + piece.id();
    }

    public Radios choice(Page page) {
        return PiecesPage.choice(page, piece, "given");
    }

    public Select why(Page page) {
        return PiecesPage.why(page, piece, "why");
    }

    public Checkboxes parts(Page page) {
        Set<String> out =
                page.form().isEmpty()
                        ? piece.struck().stream().map(String::valueOf).collect(Collectors.toSet())
                        : page.form().all(STRUCK);
        return Checkboxes.of(
                        STRUCK,
                        Legend.medium(page.t("subjectaccess.struck")),
                        piece.parts().stream()
                                .map(
                                        part ->
                                                Choice.of(
                                                                String.valueOf(part.number()),
                                                                naming.value(part.field(), part.text()))
                                                        .withHint(naming.field(part.field())))
                                .toList())
                .withHint(page.t("subjectaccess.struck.hint"))
                .small()
                .checked(out);
    }
}
