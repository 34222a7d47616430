package org.diogel.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.diogel.audit.AuditLog;
import org.diogel.audit.SignedCheckpoint;
import org.diogel.web.Download;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The newest checkpoint of the record, to be kept elsewhere, and one that was kept held against it.
@Controller
class LedgerController {

    static final String FIELD = "checkpoint";
    static final String GOOD = "checkpoint.verdict.consistent";

    private static final String BAD = "checkpoint.verdict.not";
    private static final int DAYS = 31;

    private final AuditLog log;

    LedgerController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/ledger")
    View ledger(Visit visit) {
        return page(visit, "");
    }

    /// As a file, letter by letter what was signed.
    @GetMapping("/ledger/checkpoint")
    View save() {
        String note = log.newest().orElseThrow(NotHere::new).note();
        return View.file(
                new Download(note.getBytes(StandardCharsets.UTF_8), "checkpoint.txt", false));
    }

    @PostMapping("/ledger")
    View check(Visit visit) {
        Form form = visit.form();
        return switch (log.check(form.text(FIELD))) {
            case CONSISTENT -> page(visit, GOOD).with(form);
            case NOT_CONSISTENT -> page(visit, BAD).with(form);
            case UNREADABLE -> page(visit, "").with(form.withError(FIELD, "checkpoint.check.mend"));
        };
    }

    private View page(Visit visit, String verdict) {
        SignedCheckpoint newest = log.newest().orElse(null);
        List<String> earlier =
                log.listDaily(DAYS).stream()
                        .filter(one -> newest != null && one.size() < newest.size())
                        .map(one -> line(visit, one))
                        .toList();
        return View.staff(
                "checkpoint/ledger",
                visit.t("checkpoint.title"),
                new LedgerPage(
                        newest == null ? "" : line(visit, newest),
                        newest == null ? "" : newest.note(),
                        log.key(),
                        earlier,
                        log.isStopped(),
                        verdict));
    }

    private static String line(Visit visit, SignedCheckpoint one) {
        return visit.t(
                "checkpoint.line",
                "size", String.format(Locale.UK, "%,d", one.size()),
                "when", visit.texts().dateTime(one.at()),
                "code", one.code());
    }
}
