package org.diogel.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diogel.govuk.CharacterCount;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.FormControl;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.report.Lines;
import org.diogel.report.QueuePurpose;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;

/// The desk's pages of files; nothing here is unsealed, previewed or made small.
final class DeskFilesPages {

    private static final int LONGEST = 2_000;

    private final Texts texts;
    private final String reference;
    private final UUID report;

    DeskFilesPages(Texts texts, String reference, UUID report) {
        this.texts = texts;
        this.reference = reference;
        this.report = report;
    }

    static String path(Evident file) {
        return "/queue/" + file.report() + "/files/" + file.id();
    }

    View list(List<Evident> files, boolean scanned) {
        return View.staff(
                        "evidence/desk-files",
                        texts.t("evidence.desk.title", "reference", reference),
                        new DeskFilesPage(
                                reference, files.stream().map(this::line).toList(), scanned))
                .back("/queue/" + report);
    }

    View file(Evident file, Form form) {
        boolean ready = file.state() == FileState.READY;
        boolean child = file.state() == FileState.CHILD;
        View view =
                View.staff(
                                "evidence/desk-file",
                                texts.t("evidence.desk.file.title", "reference", reference),
                                new DeskFilePage(
                                        path(file),
                                        "/queue/" + report + "/files",
                                        texts.t("evidence.strip." + state(file)),
                                        child || file.state() == FileState.WITHHELD,
                                        facts(file),
                                        ready ? asks(file, form) : List.of(),
                                        file.isShown(),
                                        mayBeMarked(file),
                                        child ? List.of(route(file, form)) : List.of(),
                                        told(file)))
                        .back("/queue/" + report + "/files");
        return ready || child ? view.with(form) : view;
    }

    View child(Evident file, Form form) {
        CharacterCount reason =
                CharacterCount.of("reason", Label.of(texts.t("queue.pass.reason")).medium(), LONGEST)
                        .withThreshold(75)
                        .withDescription(texts.t("queue.count", "most", LONGEST))
                        .withValue(form.value("reason"));
        return View.staff(
                        "evidence/desk-child",
                        texts.t("evidence.child.title", "reference", reference),
                        new ChildPage(
                                path(file) + "/child", path(file), mended(reason, form, "reason")))
                .with(form)
                .back(path(file));
    }

    static boolean mayBeMarked(Evident file) {
        return file.state() != FileState.CHILD && file.state() != FileState.WITHHELD;
    }

    /// What has to be said before a file is opened.
    static Form mended(Form form, Evident file) {
        Form mended = form;
        if (QueuePurpose.read(form.value("purpose")).isEmpty()) {
            mended = mended.withError("purpose", "queue.purpose.mend");
        }
        return file.intimate() && !form.isOn("sure")
                ? mended.withError("sure", "evidence.error.sure")
                : mended;
    }

    static Form withReason(Form form) {
        int length = form.text("reason").length();
        return length == 0 || length > LONGEST
                ? form.withError("reason", "queue.reason.mend", "most", LONGEST)
                : form;
    }

    private DeskFilesPage.Line line(Evident file) {
        return new DeskFilesPage.Line(
                path(file),
                texts.t("evidence.is." + file.label()),
                size(file),
                FilesOfReport.notes(file).stream().map(texts::t).toList(),
                file.state() == FileState.CHILD || file.state() == FileState.WITHHELD);
    }

    private String size(Evident file) {
        return file.kind() == null
                ? ""
                : texts.t("evidence.size", "kilobytes", FilesPages.kilobytes(file))
                        + ", "
                        + file.kind().ending().toUpperCase(Locale.ROOT);
    }

    private SummaryList facts(Evident file) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(
                SummaryRow.of(
                        texts.t("evidence.fact.what"), texts.t("evidence.is." + file.label())));
        if (file.kind() != null) {
            rows.add(SummaryRow.of(texts.t("evidence.fact.size"), size(file)));
        }
        rows.add(SummaryRow.of(texts.t("evidence.fact.at"), texts.dateTime(file.at())));
        if (file.foundBy() != null && file.markedAt() != null) {
            rows.add(
                    SummaryRow.of(
                            texts.t("evidence.fact.found"),
                            texts.t(
                                    "evidence.fact.found." + file.foundBy().label(),
                                    "when",
                                    texts.dateTime(file.markedAt()))));
        }
        rows.add(
                SummaryRow.of(
                        texts.t("evidence.fact.notes"),
                        Lines.of(
                                String.join(
                                        "\n",
                                        FilesOfReport.notes(file).stream()
                                                .map(texts::t)
                                                .toList()))));
        return SummaryList.of(rows);
    }

    private List<Component<?>> asks(Evident file, Form form) {
        List<Component<?>> asks = new ArrayList<>();
        asks.add(
                mended(
                        Radios.of(
                                        "purpose",
                                        Legend.medium(texts.t("queue.original.purpose")),
                                        Arrays.stream(QueuePurpose.values())
                                                .map(
                                                        p ->
                                                                Choice.of(
                                                                        p.label(),
                                                                        texts.t(
                                                                                "queue.purpose."
                                                                                        + p
                                                                                                .label())))
                                                .toList())
                                .selected(form.value("purpose")),
                        form,
                        "purpose"));
        if (file.intimate()) {
            asks.add(
                    mended(
                            Checkboxes.of(
                                            "sure",
                                            Legend.medium(texts.t("evidence.q.sure")),
                                            List.of(
                                                    Choice.of(
                                                            "yes", texts.t("evidence.sure.yes"))))
                                    .checked(form.all("sure")),
                            form,
                            "sure"));
        }
        return asks;
    }

    private Component<?> route(Evident file, Form form) {
        Route known = file.route();
        return mended(
                Radios.of(
                                "route",
                                Legend.medium(texts.t("evidence.q.route")),
                                Arrays.stream(Route.values())
                                        .map(
                                                r ->
                                                        Choice.of(
                                                                r.label(),
                                                                texts.t(
                                                                        "evidence.route."
                                                                                + r.label())))
                                        .toList())
                        .selected(
                                form.has("route")
                                        ? form.value("route")
                                        : known == null ? "" : known.label()),
                form,
                "route");
    }

    private String told(Evident file) {
        return file.route() == null || file.routedAt() == null
                ? ""
                : texts.t(
                        "evidence.route.noted",
                        "who", texts.t("evidence.route." + file.route().label()),
                        "when", texts.dateTime(file.routedAt()));
    }

    private static String state(Evident file) {
        return file.state() == FileState.READY && file.intimate()
                ? "intimate"
                : file.state().name().toLowerCase(Locale.ROOT);
    }

    private <C extends FormControl<C>> C mended(C control, Form form, String field) {
        Form.Mend mend = form.errors().get(field);
        return control.withError(mend == null ? null : texts.t(mend), texts.t("web.error.hidden"));
    }
}
