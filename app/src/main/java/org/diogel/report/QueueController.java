package org.diogel.report;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.diogel.consent.Consents;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What waits for the desk: the list, one report, and what she wrote.
@Controller
class QueueController {

    private final Reports reports;
    private final OwnCodes codes;
    private final AlikeReports alike;
    private final Consents consents;
    private final Showing showing;
    private final Clock clock;

    QueueController(
            Reports reports,
            OwnCodes codes,
            AlikeReports alike,
            Consents consents,
            Showing showing,
            Clock clock) {
        this.reports = reports;
        this.codes = codes;
        this.alike = alike;
        this.consents = consents;
        this.showing = showing;
        this.clock = clock;
    }

    @GetMapping("/queue")
    View queue(
            Visit visit,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(defaultValue = "") String done) {
        return pages(visit)
                .queue(
                        reports.listQueue(
                                QueueFilter.read(show),
                                Arrays.stream(Region.values())
                                        .filter(r -> r.name().equals(region))
                                        .findFirst()
                                        .orElse(null),
                                page),
                        done);
    }

    @GetMapping("/queue/{id}")
    View item(Visit visit, @PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        QueueItem item = reports.get(new ReportId(id));
        return pages(visit)
                .item(
                        item,
                        consents.current(id),
                        consents.disclosures(id),
                        reports.history(item.id()),
                        codes.isMissing(item.id()),
                        showing.isAsked(item.id()),
                        reports.countEnclosed(item.id()),
                        alike.of(item.id()),
                        done);
    }

    @GetMapping("/queue/{id}/original")
    View askPurpose(Visit visit, @PathVariable UUID id) {
        QueueItem item = reports.get(new ReportId(id));
        return item.isReadableBy(Acting.person())
                ? new QueueTaskPages(visit.texts(), item, visit.form(), isLead()).askPurpose()
                : View.to(QueuePages.path(item.id()));
    }

    /// Shows it on this response and nowhere else: asking again asks why again.
    @PostMapping("/queue/{id}/original")
    View original(Visit visit, @PathVariable UUID id) {
        QueuePurpose purpose = QueuePurpose.read(visit.form().value("purpose")).orElse(null);
        if (purpose == null) {
            return tasks(visit, id, visit.form().withError("purpose", "queue.purpose.mend"))
                    .askPurpose();
        }
        Opened opened = reports.open(new ReportId(id), purpose.label());
        boolean moderator = Acting.person().has(Role.MODERATOR);
        boolean agreed =
                consents.current(id).stream().anyMatch(a -> a.choice() == SharingChoice.WARNING);
        return new QueueTaskPages(visit.texts(), opened.item(), Form.empty(), isLead())
                .original(opened, purpose, moderator && agreed && opened.item().maySend());
    }

    private QueuePages pages(Visit visit) {
        return new QueuePages(visit.texts(), clock.instant(), Acting.person().roles());
    }

    private QueueTaskPages tasks(Visit visit, UUID id, Form form) {
        return new QueueTaskPages(visit.texts(), reports.get(new ReportId(id)), form, isLead());
    }

    private static boolean isLead() {
        return Acting.person().has(Role.SAFEGUARDING_LEAD);
    }
}
