package org.diogel.report;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class ReportHoldings implements Holdings {

    private static final String LIKE_THE_REPORT =
            "drafts 14 days; sent reports until she has them erased, or six years after closing";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("report.report", "state and clock of each report", LIKE_THE_REPORT),
                new Holding("report.sealed", "what was told, sealed", LIKE_THE_REPORT),
                new Holding("report.equality", "protected characteristics, sealed apart", LIKE_THE_REPORT),
                new Holding("report.own_code", "code of the person a worker told for", LIKE_THE_REPORT),
                new Holding("report.identifier", "keyed hashes of identifiers", LIKE_THE_REPORT),
                new Holding("report.addition", "what came later, sealed", LIKE_THE_REPORT),
                new Holding("report.correction", "what was done about what is wrong", LIKE_THE_REPORT),
                new Holding("report.event", "what became of it and when", LIKE_THE_REPORT),
                new Holding("report.gone", "keys to destroy", "minutes"));
    }
}
