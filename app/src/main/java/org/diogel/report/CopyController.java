package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.web.Download;
import org.diogel.web.Languages;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// With both secrets: what we hold, to print or to keep.
@Controller
class CopyController {

    private static final String PAGE = "/receipt/copy";

    private final Receipts receipts;
    private final Access access;
    private final Languages languages;
    private final HolderVisits visits;
    private final Clock clock;

    CopyController(
            Receipts receipts,
            Access access,
            Languages languages,
            HolderVisits visits,
            Clock clock) {
        this.receipts = receipts;
        this.access = access;
        this.languages = languages;
        this.visits = visits;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    View page(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String in) {
        return with(
                visit,
                request,
                response,
                in,
                copy ->
                        View.of("report/copy", visit.t("report.copy.title"), copy)
                                .back("/receipt/told"));
    }

    @GetMapping("/receipt/copy/file")
    View file(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String in) {
        return with(
                visit,
                request,
                response,
                in,
                copy -> View.file(new Download(copy.file(), "copy.html", false)));
    }

    private View with(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            String in,
            Function<Copy, View> page) {
        return visits.with(
                visit,
                request,
                response,
                t ->
                        t.second()
                                ? page.apply(
                                        Copies.of(
                                                languages,
                                                visit.lang(),
                                                in,
                                                PAGE,
                                                receipts.told(t),
                                                names(access),
                                                clock.instant()))
                                : View.to("/receipt/second"));
    }

    static Map<UUID, String> names(Access access) {
        return access.listAgencies().stream()
                .collect(Collectors.toMap(a -> a.id().value(), Agency::name));
    }
}
