package org.diogel.subjectaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was gathered, decided piece by piece, and the copy that comes of it.
@Controller
class PiecesController {

    private final Deciding deciding;
    private final PackFiles files;

    PiecesController(Deciding deciding, PackFiles files) {
        this.deciding = deciding;
        this.files = files;
    }

    @GetMapping("/copies/{id}/pieces")
    View pieces(
            @PathVariable UUID id,
            Visit visit,
            @RequestParam(required = false) @Nullable String page) {
        return pieces(visit, deciding.look(new CopyId(id), page), visit.form());
    }

    @PostMapping("/copies/{id}/pieces")
    View decide(@PathVariable UUID id, Visit visit) {
        CopyId which = new CopyId(id);
        Form form = visit.form();
        String page = form.text("page");
        Deciding.Pieces shown = deciding.look(which, page);
        try {
            if (form.isOn("hers")) {
                deciding.giveHers(which);
                return View.to("/copies/" + id + "/pieces?page=" + shown.leaf().number());
            }
            List<Decision> decisions = new ArrayList<>();
            for (Piece piece : shown.pieces()) {
                form = decide(form, piece, decisions);
            }
            if (form.hasErrors()) {
                return pieces(visit, shown, form);
            }
            deciding.decide(which, decisions);
        } catch (Stale since) {
            return pieces(visit, deciding.look(which, page), Form.empty()).status(HttpStatus.CONFLICT);
        }
        boolean last = shown.leaf().number() == shown.leaf().last();
        return View.to(
                last
                        ? "/copies/" + id
                        : "/copies/" + id + "/pieces?page=" + (shown.leaf().number() + 1));
    }

    /// What stands on the page about one piece; one of which parts are left out has a page of its own.
    private static Form decide(Form form, Piece piece, List<Decision> decisions) {
        String chosen = form.text("d-" + piece.number());
        if (chosen.equals(PiecesPage.GIVE)) {
            decisions.add(new Decision(piece.id(), true, List.of(), null));
        } else if (chosen.equals(PiecesPage.WITHHOLD)) {
            String why = form.text("x-" + piece.number());
            if (Exemption.find(why).isEmpty()) {
                return form.withError("x-" + piece.number(), "subjectaccess.why.mend");
            }
            decisions.add(new Decision(piece.id(), false, List.of(), why));
        }
        return form;
    }

    @GetMapping("/copies/{id}/pieces/{piece}")
    View piece(@PathVariable UUID id, @PathVariable UUID piece, Visit visit) {
        return piece(visit, new CopyId(id), deciding.look(new CopyId(id), piece), visit.form());
    }

    @PostMapping("/copies/{id}/pieces/{piece}")
    View decide(@PathVariable UUID id, @PathVariable UUID piece, Visit visit) {
        CopyId which = new CopyId(id);
        Piece found = deciding.look(which, piece);
        Form form = visit.form();
        boolean given = form.text("given").equals(PiecesPage.GIVE);
        List<Integer> struck =
                given
                        ? found.parts().stream()
                                .map(Piece.Part::number)
                                .filter(n -> form.all(PiecePage.STRUCK).contains(n.toString()))
                                .toList()
                        : List.of();
        String why = form.text("why");
        boolean all = given && struck.isEmpty();
        if (!all && Exemption.find(why).isEmpty()) {
            return piece(visit, which, found, form.withError("why", "subjectaccess.why.mend"));
        }
        try {
            deciding.decide(which, List.of(new Decision(piece, given, struck, all ? null : why)));
            return View.to("/copies/" + id + "/pieces?page=" + leafOf(found));
        } catch (Stale since) {
            return piece(visit, which, deciding.look(which, piece), Form.empty())
                    .status(HttpStatus.CONFLICT);
        }
    }

    /// On this response and nowhere else.
    @PostMapping("/copies/{id}/paper")
    View paper(@PathVariable UUID id, Visit visit) {
        Pack pack = deciding.take(new CopyId(id), "page");
        return View.staff(
                        "subjectaccess/pack",
                        visit.t("subjectaccess.pack.title", "reference", pack.reference()),
                        files.page(visit.texts(), pack))
                .back("/copies/" + id);
    }

    @PostMapping("/copies/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Visit visit) {
        return files.pdf(visit.texts(), deciding.take(new CopyId(id), "pdf"));
    }

    @PostMapping("/copies/{id}/json")
    ResponseEntity<byte[]> json(@PathVariable UUID id, Visit visit) {
        return files.json(visit.texts(), deciding.take(new CopyId(id), "json"));
    }

    /// For the file: it outlives the copy.
    @GetMapping("/copies/{id}/withheld")
    View withheld(@PathVariable UUID id, Visit visit) {
        CopyId which = new CopyId(id);
        List<Pack.Withheld> all = deciding.withheld(which);
        Pack none = new Pack(which.reference(), "", "", List.of(), all);
        return View.staff(
                        "subjectaccess/withheld",
                        visit.t("subjectaccess.withheld.title", "reference", which.reference()),
                        new WithheldPage(which, all, files.page(visit.texts(), none)))
                .back("/copies/" + id);
    }

    private View pieces(Visit visit, Deciding.Pieces shown, Form form) {
        return View.staff(
                        "subjectaccess/pieces",
                        shown.leaf()
                                .title(
                                        visit.texts(),
                                        visit.t(
                                                "subjectaccess.pieces.title",
                                                "reference",
                                                shown.row().id().reference())),
                        new PiecesPage(shown, new Naming(visit.texts(), files.agencies())))
                .with(form)
                .back("/copies/" + shown.row().id());
    }

    private View piece(Visit visit, CopyId id, Piece piece, Form form) {
        return View.staff(
                        "subjectaccess/piece",
                        visit.t("subjectaccess.piece.title", "number", String.valueOf(piece.number())),
                        new PiecePage(
                                id,
                                piece,
                                new Naming(visit.texts(), files.agencies())))
                .with(form)
                .back("/copies/" + id + "/pieces?page=" + leafOf(piece));
    }

    /// Numbers begin at 1 and have gaps only where somebody gathered anew.
    private static int leafOf(Piece piece) {
        return 1 + (piece.number() - 1) / org.diogel.web.Leaf.ROWS;
    }
}
