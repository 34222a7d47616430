package org.diogel.subjectaccess;

import java.util.ArrayList;
import java.util.List;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Pagination;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.web.Page;
import org.jspecify.annotations.Nullable;

/// One page of pieces, each to be given or withheld.
public record PiecesPage(Deciding.Pieces all, Naming naming) {

    static final String GIVE = "give";
    static final String WITHHOLD = "withhold";

    public String path() {
        return "/copies/" + all.row().id() + "/pieces";
    }

    public boolean mayDecide() {
        return all.row().state() == CopyState.GATHERED;
    }

    public boolean isPart(Piece piece) {
        return piece.isGiven() && !piece.struck().isEmpty();
    }

    /// What stands at a piece: decided, or what is proposed.
    static String chosen(Piece piece) {
        return (piece.isDecided() ? piece.isGiven() : piece.proposed()) ? GIVE : WITHHOLD;
    }

    public Radios choice(Page page, Piece piece) {
        return choice(page, piece, "d-" + piece.number());
    }

    static Radios choice(Page page, Piece piece, String name) {
        String typed = page.form().value(name);
        return Radios.of(
                        name,
                        Legend.of(page.t("subjectaccess.piece.what", "number", String.valueOf(piece.number()))),
                        List.of(
                                Choice.of(GIVE, page.t("subjectaccess.give")),
                                Choice.of(WITHHOLD, page.t("subjectaccess.withhold"))))
                .small()
                .inline()
                .selected(typed.isEmpty() ? chosen(piece) : typed)
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public Select why(Page page, Piece piece) {
        return why(page, piece, "x-" + piece.number());
    }

    static Select why(Page page, Piece piece, String name) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("subjectaccess.why.none")));
        Exemption.all()
                .forEach(one -> options.add(Option.of(one.id(), page.t("subjectaccess.exemption." + one.id()))));
        String stored = piece.exemption();
        String proposed =
                piece.isDecided() || piece.proposed() ? "" : Exemption.proposed(piece.whose());
        return Select.of(name, Label.of(page.t("subjectaccess.why")), options)
                .selected(
                        page.form().has(name)
                                ? page.form().value(name)
                                : stored == null ? proposed : stored)
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public @Nullable Pagination way(Page page) {
        return all.leaf().way(page.texts(), path());
    }
}
