package org.diogel.subjectaccess;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.contest.RequestId;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Held;
import org.diogel.kernel.SafeText;
import org.diogel.report.ReceiptCode;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Requests for copies, for data protection officers.
@Controller
class CopiesController {

    private static final int LONGEST = 4000;

    private final Copies copies;
    private final Deciding deciding;
    private final OwnCopies own;
    private final Accounts accounts;

    CopiesController(
            Copies copies, Deciding deciding, OwnCopies own, Accounts accounts) {
        this.copies = copies;
        this.deciding = deciding;
        this.own = own;
        this.accounts = accounts;
    }

    @GetMapping("/copies")
    View list(Visit visit, @RequestParam(required = false) @Nullable String page) {
        return list(visit, visit.form(), page);
    }

    /// Somebody came to a worker with her code. It is in no address, and nothing is kept of it.
    @PostMapping("/copies")
    View ask(Visit visit) {
        Form form = visit.form();
        boolean asked =
                ReceiptCode.read(form.text("code"))
                        .map(code -> own.askFor(code, visit.lang()))
                        .orElse(false);
        return asked
                ? View.to("/copies")
                : list(visit, form.withError("code", "subjectaccess.code.mend"), null);
    }

    /// From what somebody asked about themselves.
    @PostMapping("/copies/of/{request}")
    View takeUp(@PathVariable UUID request, Visit visit) {
        return View.to("/copies/" + copies.takeUp(new RequestId(request), visit.lang()));
    }

    @GetMapping("/copies/{id}")
    View one(@PathVariable UUID id, Visit visit) {
        return one(visit, id, visit.form());
    }

    @PostMapping("/copies/{id}/step")
    View step(@PathVariable UUID id, Visit visit) {
        Form form = visit.form();
        CopyMove move = CopyMove.find(form.text("move")).orElse(null);
        if (move == null) {
            return one(visit, id, form.withError("move", "subjectaccess.move.mend"));
        }
        String field = move.needsSurely() ? "surely" : move.needsReason() ? "reason" : "";
        String with = form.text(field);
        if (!field.isEmpty()
                && !(move.needsSurely() ? CopyMove.SURELY : CopyMove.REASONS).contains(with)) {
            return one(visit, id, form.withError(field, "subjectaccess.choose.mend"));
        }
        return changing(
                visit, id, "move", () -> copies.move(new CopyId(id), version(form), move, with));
    }

    @PostMapping("/copies/{id}/gather")
    View gather(@PathVariable UUID id, Visit visit) {
        return changing(
                visit, id, "gather", () -> copies.gather(new CopyId(id), version(visit.form())));
    }

    @PostMapping("/copies/{id}/add")
    View add(@PathVariable UUID id, Visit visit) {
        Form form = visit.form();
        String words = SafeText.clean(form.text("words"));
        String what = form.text("what");
        List<String> kind =
                Data.rows("added").stream()
                        .filter(cells -> cells.getFirst().equals(what))
                        .findFirst()
                        .orElse(List.of());
        if (kind.isEmpty()) {
            form = form.withError("what", "subjectaccess.choose.mend");
        }
        if (words.isEmpty() || SafeText.length(words) > LONGEST) {
            form = form.withError("words", "subjectaccess.words.mend", "most", LONGEST);
        }
        if (form.hasErrors()) {
            return one(visit, id, form);
        }
        int version = version(form);
        Held.Whose whose = Held.Whose.valueOf(kind.getLast());
        return changing(
                visit,
                id,
                "what",
                () -> copies.addByHand(new CopyId(id), version, kind.getFirst(), whose, words));
    }

    @PostMapping("/copies/{id}/make")
    View make(@PathVariable UUID id, Visit visit) {
        return changing(
                visit, id, "make", () -> deciding.make(new CopyId(id), version(visit.form())));
    }

    private View changing(Visit visit, UUID id, String field, Runnable work) {
        try {
            work.run();
            return View.to("/copies/" + id);
        } catch (Stale since) {
            Form typed = new Form(Map.of(), Map.of());
            return one(visit, id, typed.withError(field, "subjectaccess.stale"))
                    .status(HttpStatus.CONFLICT);
        }
    }

    private View list(Visit visit, Form form, @Nullable String page) {
        Copies.Rows rows = copies.list(page);
        return View.staff(
                        "subjectaccess/copies",
                        rows.leaf().title(visit.texts(), visit.t("subjectaccess.list.title")),
                        new CopiesPage(rows, copies.today()))
                .with(form);
    }

    private View one(Visit visit, UUID id, Form form) {
        Copies.File file = copies.get(new CopyId(id));
        Map<UUID, String> names =
                file.done().stream()
                        .map(Copies.Done::account)
                        .distinct()
                        .flatMap(account -> accounts.find(new AccountId(account)).stream())
                        .collect(Collectors.toMap(a -> a.id().value(), AccountView::name));
        View page =
                View.staff(
                                "subjectaccess/copy",
                                visit.t(
                                        "subjectaccess.one.title",
                                        "reference",
                                        file.row().id().reference()),
                                new CopyPage(file, copies.today(), names))
                        .back("/copies");
        // Where nothing can be done there is no form.
        return file.moves().isEmpty() ? page : page.with(form);
    }

    static int version(Form form) {
        String version = form.text("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }
}
