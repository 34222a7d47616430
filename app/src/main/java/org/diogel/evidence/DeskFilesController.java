package org.diogel.evidence;

import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.report.QueuePurpose;
import org.diogel.report.ReportId;
import org.diogel.report.Reports;
import org.diogel.web.Download;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What the desk does with files. Each is opened for a stated reason, on that response alone.
@Controller
class DeskFilesController {

    private final DeskFiles files;
    private final Evidence evidence;
    private final Reports reports;

    DeskFilesController(DeskFiles files, Evidence evidence, Reports reports) {
        this.files = files;
        this.evidence = evidence;
        this.reports = reports;
    }

    @GetMapping("/queue/{id}/files")
    View list(Visit visit, @PathVariable UUID id) {
        ReportId report = new ReportId(id);
        return pages(visit, id).list(files.list(report), evidence.isScanned());
    }

    @GetMapping("/queue/{id}/files/{file}")
    View file(Visit visit, @PathVariable UUID id, @PathVariable UUID file) {
        return pages(visit, id).file(find(id, file), visit.form());
    }

    /// The file itself: asking again asks why again.
    @PostMapping("/queue/{id}/files/{file}")
    View open(Visit visit, @PathVariable UUID id, @PathVariable UUID file) {
        Evident seen = find(id, file);
        Form form = DeskFilesPages.mended(visit.form(), seen);
        Optional<QueuePurpose> purpose = QueuePurpose.read(form.value("purpose"));
        if (form.hasErrors() || purpose.isEmpty()) {
            return pages(visit, id).file(seen, form);
        }
        boolean original = !form.text("do").equals("show") || !seen.isShown();
        OpenedFile opened =
                files.open(
                        new ReportId(id), seen.id(), purpose.get().label(), original);
        return View.file(
                new Download(opened.bytes(), "file." + opened.ending(), !original));
    }

    @GetMapping("/queue/{id}/files/{file}/child")
    View askChild(Visit visit, @PathVariable UUID id, @PathVariable UUID file) {
        Evident seen = find(id, file);
        return DeskFilesPages.mayBeMarked(seen)
                ? pages(visit, id).child(seen, visit.form())
                : View.to(DeskFilesPages.path(seen));
    }

    @PostMapping("/queue/{id}/files/{file}/child")
    View markChild(Visit visit, @PathVariable UUID id, @PathVariable UUID file) {
        Evident seen = find(id, file);
        Form form = DeskFilesPages.withReason(visit.form());
        if (form.hasErrors()) {
            return pages(visit, id).child(seen, form);
        }
        files.markChild(new ReportId(id), seen.id(), form.text("reason"));
        return View.to(
                Acting.person().has(Role.SAFEGUARDING_LEAD)
                        ? DeskFilesPages.path(seen)
                        : "/queue/" + id + "?done=pass");
    }

    @PostMapping("/queue/{id}/files/{file}/route")
    View route(Visit visit, @PathVariable UUID id, @PathVariable UUID file) {
        Evident seen = find(id, file);
        Optional<Route> route = Route.read(visit.form().text("route"));
        if (route.isEmpty()) {
            return pages(visit, id)
                    .file(seen, visit.form().withError("route", "evidence.error.route"));
        }
        files.setRoute(new ReportId(id), seen.id(), route.get());
        return View.to(DeskFilesPages.path(seen));
    }

    private Evident find(UUID report, UUID file) {
        return files.get(new ReportId(report), new FileId(file));
    }

    private DeskFilesPages pages(Visit visit, UUID id) {
        return new DeskFilesPages(visit.texts(), reports.get(new ReportId(id)).reference(), id);
    }
}
