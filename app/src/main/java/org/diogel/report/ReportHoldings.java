package org.diogel.report;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class ReportHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("report.report", "state and clock of each report"),
                new Holding("report.sealed", "what was told, sealed"),
                new Holding("report.equality", "protected characteristics, sealed apart"),
                new Holding("report.own_code", "code of the person a worker told for"),
                new Holding("report.identifier", "keyed hashes of identifiers"),
                new Holding("report.addition", "what came later, sealed"),
                new Holding("report.correction", "what was done about what is wrong"),
                new Holding("report.event", "what became of it and when"),
                new Holding("report.gone", "keys to destroy"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "report-draft",
                        "SELECT count, oldest, held FROM report.due_drafts(:before)",
                        ""),
                new Expiry(
                        "report-closed",
                        "SELECT count, oldest, held FROM report.due_closed(:before)",
                        ""),
                new Expiry(
                        "report-asked",
                        "SELECT count, oldest, held FROM report.due_asked(:before)",
                        ""));
    }
}
