package org.diogel.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diogel.kernel.SafeText;
import org.diogel.report.AgainPage;
import org.diogel.report.HolderVisits;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.web.Form;
import org.diogel.web.Upload;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Pictures and files: a page of the form, and the same again from the receipt. Nothing is read of a
/// file before every question about it is answered.
@Controller
class FilesController implements AgainPage {

    private static final String SECOND = "/receipt/second";

    private final Evidence evidence;
    private final Telling telling;
    private final HolderVisits holder;
    private final Pace pace;

    FilesController(Evidence evidence, Telling telling, HolderVisits holder, Pace pace) {
        this.evidence = evidence;
        this.telling = telling;
        this.holder = holder;
        this.pace = pace;
    }

    @GetMapping({"/tell/files", "/receipt/files"})
    View list(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                ticket ->
                        pages(visit, request, ticket)
                                .list(files(ticket), String.valueOf(request.getParameter("done"))));
    }

    @GetMapping({"/tell/files/add", "/receipt/files/add"})
    View ask(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                ticket -> pages(visit, request, ticket).add(visit.form()));
    }

    @PostMapping({"/tell/files/add", "/receipt/files/add"})
    View add(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(visit, request, response, ticket -> add(visit, request, ticket));
    }

    @GetMapping({"/tell/files/help", "/receipt/files/help"})
    View help(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(visit, request, response, ticket -> pages(visit, request, ticket).help());
    }

    @PostMapping("/tell/files/remove")
    View remove(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                ticket -> {
                    boolean gone =
                            id(visit.form()).map(f -> evidence.remove(ticket, f)).orElse(false);
                    return View.to(
                            Place.DRAFT.list()
                                    + FilesPages.done(visit.form(), gone ? "removed" : "gone"));
                });
    }

    /// What sealing one for good means, before anything is done.
    @GetMapping("/receipt/files/seal")
    View askSeal(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(visit, request, response, ticket -> sealing(visit, request, ticket));
    }

    @PostMapping("/receipt/files/seal")
    View seal(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                ticket -> {
                    if (!ticket.second()) {
                        return View.to(SECOND);
                    }
                    boolean sealed =
                            id(visit.form())
                                    .map(f -> evidence.markChild(ticket, f, visit.t("evidence.seal.note")))
                                    .orElse(false);
                    return View.to(Place.SENT.list() + "?done=" + (sealed ? "sealed" : "gone"));
                });
    }

    private View sealing(Visit visit, HttpServletRequest request, Ticket ticket) {
        if (!ticket.second()) {
            return View.to(SECOND);
        }
        String file =
                visit.form().has("file")
                        ? visit.form().text("file")
                        : String.valueOf(request.getParameter("file"));
        return evidence.list(ticket).stream()
                .filter(mine -> mine.file().id().toString().equals(file))
                .filter(mine -> DeskFilesPages.mayBeMarked(mine.file()))
                .findFirst()
                .map(mine -> pages(Place.SENT, visit, request, ticket).seal(mine, visit.form()))
                .orElseGet(() -> View.to(Place.SENT.list()));
    }

    @Override
    public Optional<View> again(
            String path, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        for (Place place : Place.values()) {
            if (path.equals(place.add())) {
                return Optional.of(
                        holder.with(
                                visit,
                                request,
                                response,
                                t -> pages(place, visit, request, t).add(visit.form())));
            }
            if (path.equals(place.seal())) {
                return Optional.of(
                        holder.with(
                                visit, request, response, t -> sealing(visit, request, t)));
            }
            if (path.equals(place.remove())) {
                return Optional.of(View.to(place.list()));
            }
        }
        return Optional.empty();
    }

    private View add(Visit visit, HttpServletRequest request, Ticket ticket) {
        Place place = place(request);
        FilesPages pages = pages(visit, request, ticket);
        String words = SafeText.clean(visit.form().text("words"));
        Form form = FilesPages.mended(visit.form(), words);
        if (form.hasErrors()) {
            return pages.add(form);
        }
        NewFile about =
                new NewFile(
                        words,
                        !form.text("intimate").equals("no"),
                        form.isOn("share"));
        if (!form.text("child").equals("no")) {
            evidence.withhold(ticket, about, visit.t("evidence.withheld.note"));
            return View.to(place.help());
        }
        Optional<Upload> file = Upload.of(request);
        if (file.isEmpty()) {
            return pages.add(form.withError("file", "evidence.error.none"));
        }
        pace.spend(visit.address(), request.getContentLengthLong());
        return evidence.add(ticket, about, file.get().open(), visit.t("evidence.added.note"))
                .map(why -> pages.add(FilesPages.refused(form, why, evidence.limits())))
                .orElseGet(() -> View.to(place.list() + FilesPages.done(form, "added")));
    }

    /// On the pages of the form while it is a draft, on those of the receipt afterwards. What was
    /// sent meanwhile from another window takes what was typed along.
    private View with(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Ticket, View> page) {
        return holder.with(
                visit,
                request,
                response,
                ticket -> {
                    Place is = telling.isDraft(ticket) ? Place.DRAFT : Place.SENT;
                    if (is == place(request)) {
                        return page.apply(ticket);
                    }
                    return visit.form().isEmpty()
                            ? View.to(is.list())
                            : pages(is, visit, request, ticket).moved(visit.form());
                });
    }

    private List<Mine> files(Ticket ticket) {
        return evidence.list(ticket);
    }

    private FilesPages pages(Visit visit, HttpServletRequest request, Ticket ticket) {
        return pages(place(request), visit, request, ticket);
    }

    private FilesPages pages(
            Place place, Visit visit, HttpServletRequest request, Ticket ticket) {
        String to = visit.form().has("to") ? visit.form().text("to") : request.getParameter("to");
        return new FilesPages(
                visit.texts(), place, ticket, evidence.limits(), "check".equals(to));
    }

    private static Place place(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Place.SENT.list()) ? Place.SENT : Place.DRAFT;
    }

    private static Optional<FileId> id(Form form) {
        try {
            return Optional.of(new FileId(UUID.fromString(form.text("file"))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
