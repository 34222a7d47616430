package org.diogel.safeguarding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.SafeText;
import org.diogel.liaison.PdfWriter;
import org.diogel.liaison.Said;
import org.diogel.report.ReportId;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Passing a report to a council or the police for somebody's safety, and what comes of it.
@Controller
class DutiesController {

    private final Duties duties;
    private final PdfWriter pdf;
    private final Clock clock;

    DutiesController(Duties duties, PdfWriter pdf, Clock clock) {
        this.duties = duties;
        this.pdf = pdf;
        this.clock = clock;
    }

    @GetMapping("/duties")
    View list(Visit visit) {
        return View.staff(
                "safeguarding/duties",
                visit.t("safeguarding.list.title"),
                new DutiesPage(duties.list(), clock.instant()));
    }

    /// Nothing is unsealed here.
    @GetMapping("/queue/{id}/duty")
    View report(@PathVariable UUID id, Visit visit) {
        return View.staff(
                        "safeguarding/begin",
                        visit.t("safeguarding.title"),
                        new BeginPage(
                                "/queue/" + id + "/duty",
                                duties.of(new ReportId(id)),
                                clock.instant()))
                .back("/queue/" + id);
    }

    @PostMapping("/queue/{id}/duty")
    View ask(@PathVariable UUID id, Visit visit) {
        return ask(visit, id, duties.open(new ReportId(id)), visit.form(), false);
    }

    /// Exactly what would go, or what has to be mended.
    @PostMapping("/queue/{id}/duty/check")
    View check(@PathVariable UUID id, Visit visit) {
        Duties.Before before = duties.open(new ReportId(id));
        Form form = DutyForm.checked(before, visit.form(), clock.instant());
        if (form.hasErrors() || form.isOn("change")) {
            return ask(visit, id, before, form.isOn("change") ? visit.form() : form, false);
        }
        return sure(visit, id, before, form);
    }

    @PostMapping("/queue/{id}/duty/pass")
    View pass(@PathVariable UUID id, Visit visit) {
        ReportId report = new ReportId(id);
        Duties.Before before = duties.open(report);
        Form form = DutyForm.checked(before, visit.form(), clock.instant());
        if (form.hasErrors()) {
            return ask(visit, id, before, form, false);
        }
        Passed passed = DutyForm.read(form, key(form), DutyForm.number(form, "number"));
        try {
            DutyId made = duties.pass(report, passed, shown(form), visit.texts());
            return View.to("/duties/" + made);
        } catch (Stale somebodyWasFirst) {
            return ask(visit, id, duties.open(report), form, true).status(HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/duties/{id}")
    View one(@PathVariable UUID id, Visit visit) {
        return one(visit, duties.get(new DutyId(id)), visit.form());
    }

    /// Shows it on this response and nowhere else.
    @PostMapping("/duties/{id}")
    View read(@PathVariable UUID id, Visit visit) {
        Duties.Reading reading = duties.read(new DutyId(id));
        return View.staff(
                        "safeguarding/read",
                        visit.t("safeguarding.one.title", "reference", reading.row().id().reference()),
                        new ReadPage(reading))
                .back("/duties/" + id);
    }

    @PostMapping("/duties/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Visit visit) {
        Duties.Reading reading = duties.read(new DutyId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(reading.row().id().reference() + ".pdf")
                                .build()
                                .toString())
                .body(paper(visit.texts(), reading));
    }

    private byte[] paper(Texts texts, Duties.Reading reading) {
        Sheet sheet = reading.kept().sheet();
        List<Said.Line> facts = new ArrayList<>();
        facts.add(new Said.Line("", texts.t("safeguarding.sheet.to"), sheet.to()));
        facts.add(
                new Said.Line(
                        "",
                        texts.t("safeguarding.sheet.passed"),
                        texts.dateTime(reading.row().passedAt())));
        return pdf.sheet(
                texts,
                texts.t("safeguarding.one.title", "reference", reading.row().id().reference()),
                facts,
                sheet.account(),
                sheet.lines().stream()
                        .map(line -> new Said.Line("", line.question(), line.value()))
                        .toList());
    }

    @PostMapping("/duties/{id}/step")
    View step(@PathVariable UUID id, Visit visit) {
        DutyId which = new DutyId(id);
        Duties.Standing standing = duties.get(which);
        Form form = StepForm.checked(visit.form(), LocalDate.ofInstant(clock.instant(), DutyRow.LONDON));
        LocalDate day = DutyForm.day(form, "day");
        if (form.hasErrors() || day == null) {
            return one(visit, standing, form);
        }
        String what = form.text("what");
        @Nullable LocalDate again = what.equals("still-not") ? DutyForm.day(form, "again") : null;
        try {
            duties.record(
                    which,
                    DutyForm.number(form, "seen"),
                    what,
                    day,
                    SafeText.clean(form.text("note")),
                    again);
        } catch (Stale somebodyElseWasFirst) {
            return one(
                            visit,
                            duties.get(which),
                            form.withError("what", "safeguarding.error.stale"))
                    .status(HttpStatus.CONFLICT);
        }
        return View.to("/duties/" + id);
    }

    private View ask(Visit visit, UUID id, Duties.Before before, Form form, boolean changed) {
        return View.staff(
                        "safeguarding/ask",
                        visit.t("safeguarding.title"),
                        new AskPage("/queue/" + id + "/duty", before, DutyForm.isNotMet(form), changed))
                .with(form)
                .back("/queue/" + id + "/duty");
    }

    private View sure(Visit visit, UUID id, Duties.Before before, Form form) {
        Passed passed = DutyForm.read(form, UUID.randomUUID(), before.number());
        Sheet sheet = Duties.sheet(before, passed, visit.texts());
        return View.staff(
                        "safeguarding/sure",
                        visit.t("safeguarding.sure.title"),
                        new SurePage(
                                "/queue/" + id + "/duty",
                                sheet,
                                HexFormat.of().formatHex(sheet.digest()),
                                passed.key().toString(),
                                Integer.toString(before.number()),
                                form))
                .back("/queue/" + id + "/duty");
    }

    private View one(Visit visit, Duties.Standing standing, Form form) {
        return View.staff(
                        "safeguarding/one",
                        visit.t(
                                "safeguarding.one.title",
                                "reference",
                                standing.row().id().reference()),
                        new OnePage(standing, clock.instant()))
                .with(form)
                .back("/duties");
    }

    private static UUID key(Form form) {
        try {
            return UUID.fromString(form.text("key"));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    private static byte[] shown(Form form) {
        try {
            return HexFormat.of().parseHex(form.text("shown"));
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
