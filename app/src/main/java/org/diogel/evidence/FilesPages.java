package org.diogel.evidence;

import java.util.List;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.FileUpload;
import org.diogel.govuk.FormControl;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.SummaryAction;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.kernel.SafeText;
import org.diogel.report.HolderVisits;
import org.diogel.report.Lines;
import org.diogel.report.Ticket;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.springframework.http.HttpStatus;

/// The pages on which she sends pictures and files.
final class FilesPages {

    /// Characters of what she writes about a file.
    static final int LONGEST = 300;

    /// What the browser offers to choose. Not HEIC: a phone that has only that turns it into a JPEG by
    /// itself where JPEG is what is asked for.
    private static final String ACCEPT =
            "image/jpeg,image/png,image/webp,application/pdf,text/plain,audio/*,video/*";

    private static final List<String> DONE = List.of("added", "removed", "sealed", "gone");
    private static final String CHECK = "?to=check";

    private final Texts texts;
    private final Place place;
    private final Ticket ticket;
    private final Limits limits;
    private final boolean fromCheck;

    /// @param fromCheck she came from the page before sending
    FilesPages(Texts texts, Place place, Ticket ticket, Limits limits, boolean fromCheck) {
        this.texts = texts;
        this.place = place;
        this.ticket = ticket;
        this.limits = limits;
        this.fromCheck = fromCheck;
    }

    View list(List<Mine> files, String done) {
        boolean draft = place == Place.DRAFT;
        HolderVisits.Place step = HolderVisits.place(Place.STEP);
        String back = fromCheck ? "/tell/check" : step.before();
        List<SummaryRow> rows = files.stream().map(mine -> row(mine, true)).toList();
        FilesPage model =
                new FilesPage(
                        place.list(),
                        draft ? step.number() : 0,
                        step.of(),
                        rows.isEmpty() ? null : SummaryList.of(rows),
                        draft || ticket.second() ? "" : texts.t("evidence.list.second"),
                        DONE.contains(done) ? texts.t("evidence.done." + done) : "",
                        texts.t(
                                "evidence.limits",
                                "one", limits.file(),
                                "most", limits.files(),
                                "all", limits.report()),
                        fromCheck ? CHECK : "",
                        !draft ? "/receipt" : fromCheck ? "/tell/check" : step.after(),
                        ticket.mark());
        return View.of("evidence/files", texts.t("report.step.files"), model)
                .back(draft ? back : "/receipt");
    }

    View add(Form form) {
        return add(form, false);
    }

    /// It was sent from another window: what was typed stays, and the file can still be added.
    View moved(Form form) {
        return add(form, true).status(HttpStatus.CONFLICT);
    }

    private View add(Form form, boolean moved) {
        AddFilePage model =
                new AddFilePage(
                        place.add(),
                        place.list() + (fromCheck ? CHECK : ""),
                        place.help(),
                        asks(form),
                        fromCheck ? "check" : "",
                        ticket.mark(),
                        moved);
        return View.of("evidence/add", texts.t("evidence.add.title"), model)
                .with(form)
                .back(place.list() + (fromCheck ? CHECK : ""));
    }

    View help() {
        // The browser shows the title to whoever looks over her shoulder.
        return View.of("evidence/help", texts.t("report.step.files"), new HelpPage(place.list()))
                .back(place.list());
    }

    /// What sealing one for good means.
    View seal(Mine mine, Form form) {
        SealPage model =
                new SealPage(
                        place.list(),
                        place.seal(),
                        place.help(),
                        mine.file().id().toString(),
                        SummaryList.of(List.of(row(mine, false))),
                        ticket.mark());
        return View.of("evidence/seal", texts.t("report.step.files"), model)
                .with(form)
                .back(place.list());
    }

    static String done(Form form, String what) {
        return "?done=" + what + (form.text("to").equals("check") ? "&to=check" : "");
    }

    /// What has to be answered before a file is looked at.
    static Form mended(Form form, String words) {
        Form mended = form;
        if (!List.of("yes", "no", "unsure").contains(form.text("child"))) {
            mended = mended.withError("child", "evidence.error.child");
        }
        int over = SafeText.length(words) - LONGEST;
        return over > 0
                ? mended.withError("words", "report.error.long", "most", LONGEST, "over", over)
                : mended;
    }

    static Form refused(Form form, Refusal why, Limits limits) {
        return form.withError(
                "file",
                why.key(),
                "one", limits.file(),
                "most", limits.files(),
                "all", limits.report());
    }

    /// @param acts whether something can be done about it from here
    private SummaryRow row(Mine mine, boolean acts) {
        Evident file = mine.file();
        String what = texts.t("evidence.is." + file.label());
        List<String> lines =
                new java.util.ArrayList<>(
                        FilesOfReport.notes(file).stream().map(texts::t).toList());
        if (file.kind() != null) {
            lines.addFirst(texts.t("evidence.size", "kilobytes", kilobytes(file)));
        }
        String words = mine.words().isEmpty() ? texts.t("evidence.words.none") : mine.words();
        String about = mine.words().isEmpty() ? what : mine.words();
        if (place == Place.DRAFT) {
            return SummaryRow.of(
                    what,
                    Lines.of(words, lines),
                    SummaryAction.submitting(
                            "remove",
                            "file",
                            file.id().toString(),
                            texts.t("evidence.remove"),
                            about));
        }
        return acts && DeskFilesPages.mayBeMarked(file)
                ? SummaryRow.of(
                        what,
                        Lines.of(words, lines),
                        SummaryAction.of(
                                place.seal() + "?file=" + file.id(),
                                texts.t("evidence.seal.link"),
                                about))
                : SummaryRow.of(what, Lines.of(words, lines));
    }

    static int kilobytes(Evident file) {
        return Math.max(1, file.size() / 1024);
    }

    private List<Component<?>> asks(Form form) {
        Radios child =
                Radios.of(
                                "child",
                                Legend.medium(texts.t("evidence.q.child")),
                                List.of(
                                        Choice.of("no", texts.t("evidence.child.no")),
                                        Choice.of("yes", texts.t("evidence.child.yes")),
                                        Choice.of("unsure", texts.t("evidence.child.unsure"))))
                        .selected(form.value("child"))
                        .withHint(texts.t("evidence.q.child.hint"));
        Radios intimate =
                Radios.of(
                                "intimate",
                                Legend.medium(texts.t("evidence.q.intimate")),
                                List.of(
                                        Choice.of("no", texts.t("evidence.no")),
                                        Choice.of("yes", texts.t("evidence.yes"))))
                        .selected(form.value("intimate"))
                        .withHint(texts.t("evidence.q.intimate.hint"));
        Input words =
                Input.text("words", Label.of(texts.t("evidence.q.words")).medium())
                        .withValue(form.value("words"))
                        .withAutocomplete("off")
                        .withHint(texts.t("evidence.q.words.hint"));
        Checkboxes share =
                Checkboxes.of(
                                "share",
                                Legend.medium(texts.t("evidence.q.share")),
                                List.of(Choice.of("yes", texts.t("evidence.share.yes"))))
                        .checked(form.all("share"))
                        .withHint(texts.t("evidence.q.share.hint"));
        FileUpload file =
                FileUpload.of("file", Label.of(texts.t("evidence.q.file")).medium())
                        .withAccept(ACCEPT)
                        .withAttribute("data-diogel-most", Integer.toString(limits.file()))
                        .withAttribute(
                                "data-diogel-too-large",
                                texts.t("evidence.error.large", "one", limits.file()))
                        .withHint(
                                texts.t(
                                        "evidence.q.file.hint",
                                        "one", limits.file()));
        return List.of(
                mended(child, form, "child"),
                mended(intimate, form, "intimate"),
                mended(words, form, "words"),
                share,
                mended(file, form, "file"));
    }

    private <C extends FormControl<C>> C mended(C control, Form form, String field) {
        Form.Mend mend = form.errors().get(field);
        return control.withError(mend == null ? null : texts.t(mend), texts.t("web.error.hidden"));
    }
}
