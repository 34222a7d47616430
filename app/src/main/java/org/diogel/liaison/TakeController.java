package org.diogel.liaison;

import java.util.UUID;
import java.util.function.Function;
import org.diogel.web.Download;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Taking a package away: as a file or as a draft of an intelligence report. Each is a look of its own,
/// for a purpose, and she sees it. Files are called by the package's number alone.
@Controller
class TakeController {

    private final Inbox inbox;
    private final HandingOver handing;
    private final PdfWriter pdf;

    TakeController(Inbox inbox, HandingOver handing, PdfWriter pdf) {
        this.inbox = inbox;
        this.handing = handing;
        this.pdf = pdf;
    }

    @PostMapping("/inbox/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Visit visit) {
        return take(id, visit, Inbox.Way.PDF, reading -> paper(visit, reading));
    }

    @PostMapping("/inbox/{id}/json")
    ResponseEntity<byte[]> json(@PathVariable UUID id, Visit visit) {
        return take(
                id,
                visit,
                Inbox.Way.JSON,
                reading ->
                        file(
                                reading,
                                ".json",
                                MediaType.APPLICATION_JSON,
                                JsonFile.of(visit.texts(), reading)));
    }

    @PostMapping("/inbox/{id}/draft-pdf")
    ResponseEntity<byte[]> draftPdf(@PathVariable UUID id, Visit visit) {
        return take(
                id,
                visit,
                Inbox.Way.DRAFT,
                reading ->
                        file(
                                reading,
                                "-draft.pdf",
                                MediaType.APPLICATION_PDF,
                                pdf.draft(visit.texts(), reading)));
    }

    /// One file of the package: saved, never shown.
    @PostMapping("/inbox/{id}/files/{file}")
    View file(@PathVariable UUID id, @PathVariable UUID file, Visit visit) {
        return OfficerPurpose.read(visit.form().value("purpose"))
                .map(purpose -> inbox.file(new PackageId(id), file, purpose.label()))
                .map(taken -> View.file(new Download(taken.bytes(), taken.name(), false)))
                .orElseGet(() -> View.to("/inbox/" + id));
    }

    @PostMapping("/inbox/{id}/draft")
    View draft(@PathVariable UUID id, Visit visit) {
        return OfficerPurpose.read(visit.form().value("purpose"))
                .map(
                        purpose -> {
                            Inbox.Reading reading =
                                    inbox.open(
                                            new PackageId(id), Inbox.Way.DRAFT, purpose.label());
                            return View.staff(
                                            "liaison/draft",
                                            visit.t(
                                                    "liaison.draft.title",
                                                    "reference",
                                                    reading.row().reference()),
                                            new DraftPage(reading, purpose.label()))
                                    .back("/inbox/" + id);
                        })
                .orElseGet(() -> View.to("/inbox/" + id));
    }

    /// The paper the desk hands over.
    @PostMapping("/passing/{id}/pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, Visit visit) {
        return paper(visit, handing.paper(new PackageId(id)).orElseThrow(NotHere::new));
    }

    private ResponseEntity<byte[]> paper(Visit visit, Inbox.Reading reading) {
        return file(
                reading,
                ".pdf",
                MediaType.APPLICATION_PDF,
                pdf.letter(visit.texts(), reading));
    }

    /// Opened for the purpose that was said; without one the page asks again.
    private ResponseEntity<byte[]> take(
            UUID id,
            Visit visit,
            Inbox.Way way,
            Function<Inbox.Reading, ResponseEntity<byte[]>> file) {
        return OfficerPurpose.read(visit.form().value("purpose"))
                .map(purpose -> file.apply(inbox.open(new PackageId(id), way, purpose.label())))
                .orElseGet(() -> why(id));
    }

    /// Nothing is taken without a purpose: back to where it is asked.
    private static ResponseEntity<byte[]> why(UUID id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/inbox/" + id)
                .build();
    }

    private static ResponseEntity<byte[]> file(
            Inbox.Reading reading, String ending, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(reading.row().reference() + ending)
                                .build()
                                .toString())
                .body(bytes);
    }
}
