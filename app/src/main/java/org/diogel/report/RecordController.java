package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.diogel.web.Download;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// With both secrets: that what went is in the record, and the proof of it.
@Controller
class RecordController {

    private static final String PAGE = "/receipt/record";
    private static final String SECOND = "/receipt/second";

    private final Recorded recorded;
    private final HolderVisits visits;

    RecordController(Recorded recorded, HolderVisits visits) {
        this.recorded = recorded;
        this.visits = visits;
    }

    @GetMapping(PAGE)
    View record(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return visits.with(
                visit,
                request,
                response,
                t -> t.second() ? RecordPage.of(visit.texts(), recorded.list(t)) : View.to(SECOND));
    }

    @GetMapping("/receipt/record/{line}")
    View proof(
            @PathVariable long line,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        return visits.with(
                visit,
                request,
                response,
                t ->
                        t.second()
                                ? recorded.prove(t, line)
                                        .map(RecordController::file)
                                        .orElseGet(() -> View.to(PAGE))
                                : View.to(SECOND));
    }

    private static View file(String proof) {
        return View.file(
                new Download(proof.getBytes(StandardCharsets.UTF_8), "proof.txt", false));
    }
}
